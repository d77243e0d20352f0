# Completes aurora in fish. Written by: aurora completion fish
function __aurora_complete
    set -l line (commandline -cp)
    command aurora "[suggest:"(string length -- $line)"]" "$line" 2> /dev/null
end
complete -c aurora -a '(__aurora_complete)'
