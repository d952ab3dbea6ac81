#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'isync'/'h-l-ne-elik-5627a2fe@example.org' ] || [ ! -d "$root/"'isync'/'h-l-ne-elik-5627a2fe@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'isync'/'h-l-ne-elik-5627a2fe@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'isync'/'h-l-ne-elik-5627a2fe@example.org' "$root/kept/"'isync' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'isync'/'h-l-ne-elik-5627a2fe@example.org'
# … what all scripts for Linux share
begin='# >>> facteur isync h-l-ne-elik-5627a2fe@example.org'
end='# <<< facteur isync h-l-ne-elik-5627a2fe@example.org'
# … what all scripts for Linux share
places() {
  "$@" "$HOME/.mbsyncrc" "$config/isyncrc"
}

has_ours() {
  tr -d '"\t ' | grep -qixF -e IMAPAccount'h-l-ne-elik-5627a2fe@example.org' -e Channel'h-l-ne-elik-5627a2fe@example.org' -e Group'h-l-ne-elik-5627a2fe@example.org'
}
places drop_block main
places leave_none main has_ours
remove
