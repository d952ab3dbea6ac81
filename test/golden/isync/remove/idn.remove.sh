#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'isync'/'juergen@xn--bcher-kva.example' ] || [ ! -d "$root/"'isync'/'juergen@xn--bcher-kva.example' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'isync'/'juergen@xn--bcher-kva.example'
# … what all scripts for Linux share
    rmdir "$root/kept/"'isync'/'juergen@xn--bcher-kva.example' "$root/kept/"'isync' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'isync'/'juergen@xn--bcher-kva.example'
# … what all scripts for Linux share
begin='# >>> facteur isync juergen@xn--bcher-kva.example'
end='# <<< facteur isync juergen@xn--bcher-kva.example'
# … what all scripts for Linux share
places() {
  "$@" "$HOME/.mbsyncrc" "$config/isyncrc"
}

has_ours() {
  tr -d '"\t ' | grep -qixF -e IMAPAccount'juergen@xn--bcher-kva.example' -e Channel'juergen@xn--bcher-kva.example' -e Group'juergen@xn--bcher-kva.example'
}
places drop_block main
places leave_none main has_ours
remove
