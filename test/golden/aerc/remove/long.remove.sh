#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'aerc'/'lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' ] || [ ! -d "$root/"'aerc'/'lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'aerc'/'lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
# … what all scripts for Linux share
begin='# >>> facteur aerc lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
end='# <<< facteur aerc lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''lllllllllllllllllllllllllllllllllllllllll-f28fea93@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
