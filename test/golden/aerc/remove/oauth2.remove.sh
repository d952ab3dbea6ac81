#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'aerc'/'oauth@example.org' ] || [ ! -d "$root/"'aerc'/'oauth@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'aerc'/'oauth@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'oauth@example.org' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'oauth@example.org'
# … what all scripts for Linux share
begin='# >>> facteur aerc oauth@example.org'
end='# <<< facteur aerc oauth@example.org'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''oauth@example.org'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
