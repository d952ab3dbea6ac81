#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'isync'/'odd-local-part-433c8da6@example.org' ] || [ ! -d "$root/"'isync'/'odd-local-part-433c8da6@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'isync'/'odd-local-part-433c8da6@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'isync'/'odd-local-part-433c8da6@example.org' "$root/kept/"'isync' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'isync'/'odd-local-part-433c8da6@example.org'
# … what all scripts for Linux share
begin='# >>> facteur isync odd-local-part-433c8da6@example.org'
end='# <<< facteur isync odd-local-part-433c8da6@example.org'
# … what all scripts for Linux share
places() {
  "$@" "$HOME/.mbsyncrc" "$config/isyncrc"
}

has_ours() {
  tr -d '"\t ' | grep -qixF -e IMAPAccount'odd-local-part-433c8da6@example.org' -e Channel'odd-local-part-433c8da6@example.org' -e Group'odd-local-part-433c8da6@example.org'
}
places drop_block main
places leave_none main has_ours
remove
