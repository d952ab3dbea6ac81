#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'aerc'/'two@example.org' ] || [ ! -d "$root/"'aerc'/'two@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'aerc'/'two@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'two@example.org' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'two@example.org'
# … what all scripts for Linux share
begin='# >>> facteur aerc two@example.org'
end='# <<< facteur aerc two@example.org'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''two@example.org'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
