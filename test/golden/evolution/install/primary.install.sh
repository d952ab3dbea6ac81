#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'prenom.nom@cnrs.fr' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'evolution'/'prenom.nom@cnrs.fr' "$1/"'evolution'/*; do
# … what all scripts for Linux share
state=$root/'evolution'/'prenom.nom@cnrs.fr'
# … what all scripts for Linux share
    rmdir "$root/kept/"'evolution'/'prenom.nom@cnrs.fr' "$root/kept/"'evolution' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'evolution'/'prenom.nom@cnrs.fr'
# … what all scripts for Linux share
if is_running evolution; then refuse Evolution 'Evolution is running: close it, then start again; nothing has been changed'; fi

# An account that is there under a former name keeps it: its password, its messages and the choice of the default one go by the name.
# What the account is called in its folder, and what it was called before. A former name was made of the address as it was typed then, so one of another spelling is known
# by the address in its file.
sources=$config/evolution/sources
uids='facteur-630c1f0959b35ed59a8ecba34e19272b'' ''facteur-5516431c6fbb5fa0b476594a1ab26109'
for each in "$sources"/facteur-*-identity.source; do
  name=${each##*/}
  name=${name%-identity.source}
  case $name in *[!0-9a-z-]*) continue ;; esac
  case " $uids " in *" $name "*) continue ;; esac
  if grep -qixF -e 'Address=prenom.nom@cnrs.fr' "$each" 2>/dev/null; then uids="$uids $name"; fi
done
uid='facteur-630c1f0959b35ed59a8ecba34e19272b'
for each in $uids; do
  if [ ! -f "$sources/$uid.source" ] && [ -f "$sources/$each.source" ]; then uid=$each; fi
done

# put_source KEY ENDING: plans the source whose keys are in $work/KEY. The file is ours by its name; Evolution adds what it likes.
put_source() {
  path=$sources/$uid$2.source
  sed s/'facteur-630c1f0959b35ed59a8ecba34e19272b'/"$uid"/g "$work/$1" >"$work/$1.named"
  follow "$path"
  if [ -f "$target" ]; then
    merge_keys "$target" "$work/$1.named" 'DisplayName Enabled CheckAll UseSubscriptions KeepOnServer IntervalMinutes ProxyUid RememberPassword' \
      >"$work/$1.after"
  else
    cat "$work/$1.named" >"$work/$1.after"
  fi
  plan "$1" "$path" "$work/$1.after"
}

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=CNRS prenom.nom@cnrs.fr' \
  'Enabled=true' \
  'Parent=' \
  '' \
  '[Mail Account]' \
  'BackendName=imapx' \
  'IdentityUid=facteur-630c1f0959b35ed59a8ecba34e19272b-identity' \
  '' \
  '[Authentication]' \
  'Host=imap.cnrs.fr' \
  'Method=PLAIN' \
  'Port=993' \
  'ProxyUid=system-proxy' \
  'RememberPassword=true' \
  'User=prenom.nom@ods.services' \
  '' \
  '[Security]' \
  'Method=ssl-on-alternate-port' \
  '' \
  '[Imapx Backend]' \
  'CheckAll=true' \
  'UseSubscriptions=false' \
  '' \
  '[Refresh]' \
  'Enabled=true' \
  'IntervalMinutes=10' \
  >"$work"/'account'
put_source 'account' ''

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=CNRS prenom.nom@cnrs.fr' \
  'Enabled=true' \
  'Parent=facteur-630c1f0959b35ed59a8ecba34e19272b' \
  '' \
  '[Mail Identity]' \
  'Address=prenom.nom@cnrs.fr' \
  'Name=Prénom Nom' \
  '' \
  '[Mail Submission]' \
  'TransportUid=facteur-630c1f0959b35ed59a8ecba34e19272b-transport' \
  >"$work"/'identity'
put_source 'identity' '-identity'

printf '%s\n' \
  '[Data Source]' \
  'DisplayName=CNRS prenom.nom@cnrs.fr' \
  'Enabled=true' \
  'Parent=facteur-630c1f0959b35ed59a8ecba34e19272b' \
  '' \
  '[Mail Transport]' \
  'BackendName=smtp' \
  '' \
  '[Authentication]' \
  'Host=smtp.cnrs.fr' \
  'Method=PLAIN' \
  'Port=587' \
  'ProxyUid=system-proxy' \
  'RememberPassword=true' \
  'User=prenom.nom@ods.services' \
  '' \
  '[Security]' \
  'Method=starttls-on-standard-port' \
  >"$work"/'transport'
put_source 'transport' '-transport'

# Did we ever choose it as the default one? Then the remover takes that back.
: >"$work/plan/account.default"
install

# The first mailbox: where no account has been chosen as the default one, this is it.
default() {
  chosen=$(gsettings get org.gnome.Evolution.DefaultSources "$1" 2>/dev/null) || :
  if [ "$chosen" = "$2" ]; then
    gsettings set org.gnome.Evolution.DefaultSources "$1" "$3" 2>/dev/null || :
  fi
}
default default-mail-account "'system'" "$uid"
default default-mail-identity "''" "$uid-identity"
say 'Done: Evolution has the account prenom.nom@cnrs.fr. It asks for the password when you open it. If you have never chosen a default account, choose it in Evolution, in the preferences under mail accounts.'
