#compdef @PROGRAM@
# zsh completion of @PROGRAM@. In ~/.zshrc, behind compinit: eval "$(@PROGRAM@ @completion zsh)"
_@FUNCTION@() {
  local found code
  local -a candidates
  found=$(COMPLETION_STYLE=zsh "${words[1]}" __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null </dev/null)
  code=$?
  if (( code == 10 )); then
    _files
  elif (( code == 0 )) && [[ -n $found ]]; then
    candidates=("${(@f)found}")
    _describe -V @PROGRAM@ candidates
  fi
}
if [[ ${funcstack[1]} == _@FUNCTION@ ]]; then
  _@FUNCTION@ "$@"
else
  compdef _@FUNCTION@ @PROGRAM@
fi
