#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'isync'/'o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-2403383d@example.org' ] || [ ! -d "$root/"'isync'/'o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-2403383d@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'isync'/'o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-2403383d@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'isync'/'o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-2403383d@example.org' "$root/kept/"'isync' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'isync'/'o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-2403383d@example.org'
# … what all scripts for Linux share
begin='# >>> facteur isync o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-2403383d@example.org'
end='# <<< facteur isync o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-2403383d@example.org'
# … what all scripts for Linux share
places() {
  "$@" "$HOME/.mbsyncrc" "$config/isyncrc"
}

has_ours() {
  tr -d '"\t ' | grep -qixF -e IMAPAccount'o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-2403383d@example.org' -e Channel'o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-2403383d@example.org' -e Group'o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-2403383d@example.org'
}
places drop_block main
places leave_none main has_ours
remove
