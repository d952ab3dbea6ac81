#!/bin/sh
# … what all scripts for Linux share
if is_running evolution; then refuse Evolution 'Evolution est en cours d’exécution : fermez-le, puis recommencez ; rien n’a été modifié'; fi

# drop_source KEY UID: plans that a source goes, with whatever Evolution has added to it, from its folder and from the place that is noted.
drop_source() {
  follow "$config/evolution/sources/$2.source"
  noted=$(cat "$state/$1.path" 2>/dev/null) || noted=
  for path in "$noted" "$config/evolution/sources/$2.source"; do
    look "$path" || continue
    found=$((found + 1))
    plan "$1-$found" "$path" ''
  done
}
# Where nothing is noted it may have been.
default=
if [ -f "$state/account.default" ] || ! noted account; then default=1; fi
drop_source 'account' 'facteur-5516431c6fbb5fa0b476594a1ab26109'
drop_source 'identity' 'facteur-5516431c6fbb5fa0b476594a1ab26109-identity'
drop_source 'transport' 'facteur-5516431c6fbb5fa0b476594a1ab26109-transport'
remove

# A default that is no account any more is none.
release() {
  chosen=$(gsettings get org.gnome.Evolution.DefaultSources "$1" 2>/dev/null) || :
  if [ "$chosen" = "'$2'" ]; then
    gsettings reset org.gnome.Evolution.DefaultSources "$1" 2>/dev/null || :
  fi
}
if [ -n "$found" ] && [ -n "$default" ]; then
  release default-mail-account 'facteur-5516431c6fbb5fa0b476594a1ab26109'
  release default-mail-identity 'facteur-5516431c6fbb5fa0b476594a1ab26109-identity'
fi
