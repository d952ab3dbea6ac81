#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'isync'/'lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' ] || [ ! -d "$root/"'isync'/'lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'isync'/'lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
# … what all scripts for Linux share
    rmdir "$root/kept/"'isync'/'lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' "$root/kept/"'isync' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'isync'/'lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
# … what all scripts for Linux share
begin='# >>> facteur isync lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
end='# <<< facteur isync lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
# … what all scripts for Linux share
places() {
  "$@" "$HOME/.mbsyncrc" "$config/isyncrc"
}

has_ours() {
  tr -d '"\t ' | grep -qixF -e IMAPAccount'lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' -e Channel'lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' -e Group'lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
}
places drop_block main
places leave_none main has_ours
remove
