#compdef aurora
# Completes aurora in zsh. Written by: aurora completion zsh
_aurora() {
  local line="${BUFFER[1,CURSOR]}"
  local -a replies
  replies=("${(@f)$(command aurora "[suggest:${#line}]" "$line" 2> /dev/null)}")
  if [[ -n "${replies[1]}" ]]; then
    compadd -- "${replies[@]}"
  else
    _files
  fi
}
compdef _aurora aurora
