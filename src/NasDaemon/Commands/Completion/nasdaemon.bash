# Completes nasdaemon in bash. To use it: source <(nasdaemon completion bash)
_nasdaemon() {
    local current="${COMP_WORDS[COMP_CWORD]}" line="${COMP_LINE:0:COMP_POINT}" candidate quoted

    # The program knows itself by its name only, whatever path it was called by.
    line="nasdaemon${line#"${COMP_WORDS[0]}"}"
    COMPREPLY=()
    while IFS= read -r candidate; do
        if [[ "$candidate" == "$current"* ]]; then
            printf -v quoted '%q' "$candidate"
            COMPREPLY+=("$quoted")
        fi
    done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
}
complete -o default -F _nasdaemon nasdaemon
