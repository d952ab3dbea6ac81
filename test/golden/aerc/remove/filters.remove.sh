#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'aerc'/'Jean-Luc.Martin+listes@example.org' ] || [ ! -d "$root/"'aerc'/'Jean-Luc.Martin+listes@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'aerc'/'Jean-Luc.Martin+listes@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'aerc'/'Jean-Luc.Martin+listes@example.org' "$root/kept/"'aerc' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'aerc'/'Jean-Luc.Martin+listes@example.org'
# … what all scripts for Linux share
begin='# >>> facteur aerc Jean-Luc.Martin+listes@example.org'
end='# <<< facteur aerc Jean-Luc.Martin+listes@example.org'
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''Jean-Luc.Martin+listes@example.org'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
