#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'aerc'/'both@example.org' ] || [ ! -d "$root/"'aerc'/'both@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'aerc'/'both@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'both@example.org' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'both@example.org'
# … what all scripts for Linux share
begin='# >>> facteur aerc both@example.org'
end='# <<< facteur aerc both@example.org'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''both@example.org'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
