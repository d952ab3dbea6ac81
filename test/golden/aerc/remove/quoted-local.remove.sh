#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'aerc'/'odd-local-part-433c8da6@example.org' ] || [ ! -d "$root/"'aerc'/'odd-local-part-433c8da6@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'aerc'/'odd-local-part-433c8da6@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'odd-local-part-433c8da6@example.org' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'odd-local-part-433c8da6@example.org'
# … what all scripts for Linux share
begin='# >>> facteur aerc odd-local-part-433c8da6@example.org'
end='# <<< facteur aerc odd-local-part-433c8da6@example.org'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''odd-local-part-433c8da6@example.org'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
