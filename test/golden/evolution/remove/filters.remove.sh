#!/bin/sh
# … what all scripts for Linux share
    if [ -d "$XDG_STATE_HOME/facteur/"'evolution'/'Jean-Luc.Martin+listes@example.org' ] || [ ! -d "$root/"'evolution'/'Jean-Luc.Martin+listes@example.org' ]; then
      root=$XDG_STATE_HOME/facteur
    fi
    ;;
esac
state=$root/'evolution'/'Jean-Luc.Martin+listes@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'evolution'/'Jean-Luc.Martin+listes@example.org' "$root/kept/"'evolution' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'evolution'/'Jean-Luc.Martin+listes@example.org'
# … what all scripts for Linux share
if is_running evolution; then refuse Evolution 'Evolution is running: close it, then start again; nothing has been changed'; fi

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
drop_source 'account' 'facteur-b1f37030e03b5e2e98def8559e12b770'
drop_source 'identity' 'facteur-b1f37030e03b5e2e98def8559e12b770-identity'
drop_source 'transport' 'facteur-b1f37030e03b5e2e98def8559e12b770-transport'
remove

# A default that is no account any more is none.
release() {
  chosen=$(gsettings get org.gnome.Evolution.DefaultSources "$1" 2>/dev/null) || :
  if [ "$chosen" = "'$2'" ]; then
    gsettings reset org.gnome.Evolution.DefaultSources "$1" 2>/dev/null || :
  fi
}
if [ -n "$found" ] && [ -n "$default" ]; then
  release default-mail-account 'facteur-b1f37030e03b5e2e98def8559e12b770'
  release default-mail-identity 'facteur-b1f37030e03b5e2e98def8559e12b770-identity'
fi
