#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'aerc'/'jeanne.martin@universite.example' ] || [ ! -d "$root/"'aerc'/'jeanne.martin@universite.example' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'aerc'/'jeanne.martin@universite.example'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'jeanne.martin@universite.example' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'jeanne.martin@universite.example'
# … what all scripts for Linux share
begin='# >>> facteur aerc jeanne.martin@universite.example'
end='# <<< facteur aerc jeanne.martin@universite.example'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''jeanne.martin@universite.example'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
