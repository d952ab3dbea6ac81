#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'msmtp'/'prenom.nom@cnrs.fr' ] || [ ! -d "$root/"'msmtp'/'prenom.nom@cnrs.fr' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'msmtp'/'prenom.nom@cnrs.fr'
# … what all scripts for Linux share
    rmdir "$root/kept/"'msmtp'/'prenom.nom@cnrs.fr' "$root/kept/"'msmtp' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'msmtp'/'prenom.nom@cnrs.fr'
# … what all scripts for Linux share
begin='# >>> facteur msmtp prenom.nom@cnrs.fr'
end='# <<< facteur msmtp prenom.nom@cnrs.fr'
# … what all scripts for Linux share
# msmtp reads the first of these that is there.
places() {
  "$@" "$HOME/.msmtprc" "$config/msmtp/config"
}

# words: the lines that say something, up to a colon, each with one blank between its command and its argument, and without quotes.
words() {
  tr -d '"\r' | sed 's/^[[:blank:]]*//; s/:.*//; s/[[:blank:]]*$//; s/[[:blank:]]\{1,\}/ /; /^#/d; /^$/d'
}

has_ours() {
  words | grep -qxF "account "'prenom.nom@cnrs.fr'
}
places drop_block main
places leave_none main has_ours
remove
