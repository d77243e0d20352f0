# Completes aurora in bash. Written by: aurora completion bash
_aurora() {
  local line=${COMP_LINE:0:COMP_POINT} word=${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=()
  while IFS= read -r reply; do
    [[ $reply == "$word"* ]] && COMPREPLY+=("$reply")
  done < <(command "${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2> /dev/null)
}
complete -o default -F _aurora aurora
