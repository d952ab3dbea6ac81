#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'aerc'/'o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-2403383d@example.org' ] || [ ! -d "$root/"'aerc'/'o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-2403383d@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'aerc'/'o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-2403383d@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-2403383d@example.org' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-2403383d@example.org'
# … what all scripts for Linux share
begin='# >>> facteur aerc o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-2403383d@example.org'
end='# <<< facteur aerc o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-2403383d@example.org'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''o-brien-a-b-c-d-e-f-g-h-i-j-k-l-m-n-2403383d@example.org'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
