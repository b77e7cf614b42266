# bash completion of @PROGRAM@. In ~/.bashrc: eval "$(@PROGRAM@ @completion bash)"
__@FUNCTION@_complete() {
  local IFS=$'\n' found code
  found=$(COMPLETION_STYLE=bash "${COMP_WORDS[0]}" __complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null </dev/null)
  code=$?
  COMPREPLY=()
  if [ "$code" -eq 10 ]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
  elif [ "$code" -eq 0 ]; then
    COMPREPLY=($found)
    # a colon has to follow
    if [ "${#COMPREPLY[@]}" -eq 1 ] && [ "${COMPREPLY[0]}" = classifier ]; then
      COMPREPLY=(classifier:)
      compopt -o nospace 2>/dev/null
    fi
  fi
}
complete -F __@FUNCTION@_complete @PROGRAM@
