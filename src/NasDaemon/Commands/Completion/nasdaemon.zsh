#compdef nasdaemon
# Completes nasdaemon in zsh. To use it: source <(nasdaemon completion zsh), after compinit
_nasdaemon() {
    local line="${(j: :)words[1,CURRENT]}"
    local -a candidates

    # The program knows itself by its name only, whatever path it was called by.
    line="nasdaemon${line#"${words[1]}"}"
    candidates=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
    compadd -- "${candidates[@]:#}" || _files
}
compdef _nasdaemon nasdaemon
