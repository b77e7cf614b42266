# fish completion of @PROGRAM@. @PROGRAM@ @completion fish > ~/.config/fish/completions/@PROGRAM@.fish
function __@FUNCTION@_complete
    set -l before (commandline -opc)
    set -e before[1]
    set -l current (commandline -ct)
    set -l found (COMPLETION_STYLE=fish command @PROGRAM@ __complete -- $before "$current" 2>/dev/null </dev/null)
    set -l code $status
    if test $code -eq 10
        __fish_complete_path "$current"
    else if test $code -eq 0; and test (count $found) -gt 0
        printf '%s\n' $found
    end
end
complete --command @PROGRAM@ --no-files --keep-order --arguments '(__@FUNCTION@_complete)'
