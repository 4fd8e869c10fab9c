# Completes nasdaemon in fish. To use it: nasdaemon completion fish | source
function __nasdaemon_candidates
    set -l words (commandline --current-process --cut-at-cursor --tokenize) (commandline --current-token --cut-at-cursor)

    # The program knows itself by its name only, whatever path it was called by.
    set -l line (string join ' ' -- nasdaemon $words[2..])
    $words[1] "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
end
complete --command nasdaemon --arguments '(__nasdaemon_candidates)'
