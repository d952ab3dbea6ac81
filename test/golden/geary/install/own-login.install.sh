#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'marie.curie@cnrs.fr' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'geary'/'marie.curie@cnrs.fr' "$1/"'geary'/*; do
# … what all scripts for Linux share
state=$root/'geary'/'marie.curie@cnrs.fr'
# … what all scripts for Linux share
    rmdir "$root/kept/"'geary'/'marie.curie@cnrs.fr' "$root/kept/"'geary' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'geary'/'marie.curie@cnrs.fr'
# … what all scripts for Linux share
# judge FILE: "ours", "removed" (ours, and Geary has yet to delete it), "twice" (the same mailbox, from somebody else) or "other". An account is ours by the
# group with our name, which Geary keeps when it writes the file anew (Geary.ConfigFile), and by the address: its number may be anybody's by now.
judge() {
  if [ ! -f "$1" ] || [ ! -r "$1" ]; then
    echo other
    return
  fi
  account='marie.curie@cnrs.fr' former= address='marie.curie@cnrs.fr' login='login=m.sklodowska@ods.services' LC_ALL=C awk '
    BEGIN { for (i = split(ENVIRON["former"], names, " "); i > 0; i--) known[names[i]] }
    { sub(/[ \t\r]+$/, "") }
    /^\[/ { group = $0; next }
    group == "[Facteur]" && /^account=/ {
      name = substr($0, 9)
      if (tolower(name) == ENVIRON["account"] || (name in known)) marked = 1
    }
    group == "[Account]" && /^sender_mailboxes[ \t]*=/ && index(tolower($0), ENVIRON["address"]) { named = 1 }
    group == "[Incoming]" && $0 == ENVIRON["login"] { same = 1 }
    group == "[Metadata]" && /^status[ \t]*=[ \t]*removed$/ { removed = 1 }
    END {
      if (marked && named) print removed ? "removed" : "ours"
      else print named && same && ENVIRON["address"] != "" && !removed ? "twice" : "other"
    }' "$1"
}

if is_running geary; then refuse Geary 'Geary est en cours d’exécution : fermez-le, puis recommencez ; rien n’a été modifié'; fi

printf '%s\n' \
  '[Metadata]' \
  'version=1' \
  'status=enabled' \
  '' \
  '[Account]' \
  'ordinal=1' \
  'label=CNRS marie.curie@cnrs.fr' \
  'prefetch_days=14' \
  'save_drafts=true' \
  'save_sent=true' \
  'use_signature=false' \
  'signature=' \
  'sender_mailboxes=Marie Curie <marie.curie@cnrs.fr>;' \
  'service_provider=other' \
  '' \
  '[Folders]' \
  '' \
  '[Incoming]' \
  'login=m.sklodowska@ods.services' \
  'remember_password=true' \
  'host=imap.cnrs.fr' \
  'port=993' \
  'transport_security=transport' \
  'credentials=custom' \
  '' \
  '[Outgoing]' \
  'remember_password=true' \
  'host=smtp.cnrs.fr' \
  'port=587' \
  'transport_security=start-tls' \
  'credentials=use-incoming' \
  '' \
  '[Facteur]' \
  'account=marie.curie@cnrs.fr' \
  >"$work/lines"

path=
last=0
for each in "$config"/geary/*/geary.ini; do
  case $(judge "$each") in
    ours | removed) path=${path:-$each} ;;
    twice) refuse "$each" 'cette boîte y est déjà, configurée à la main : gardez-la, ou supprimez ce compte dans Geary et relancez ce script ; rien n’a été modifié' ;;
  esac
  if [ -f "$each" ] && [ -r "$each" ]; then
    last=$(awk -F = -v last="$last" '$1 == "ordinal" && $2 + 0 > last { last = $2 + 0 } END { print last }' "$each")
  fi
done
if [ -n "$path" ]; then
  follow "$path"
  merge_keys "$target" "$work/lines" 'ordinal label prefetch_days save_drafts save_sent use_signature signature remember_password' >"$work/after"
else
  # A folder that nobody has, and whose messages nobody has left behind; behind the accounts that there are.
  number=1
  while
    folder=account_$(printf %02d "$number")
    [ -e "$config/geary/$folder" ] || [ -L "$config/geary/$folder" ] || [ -e "$data/geary/$folder" ]
  do number=$((number + 1)); done
  path=$config/geary/$folder/geary.ini
  ordinal=$((last + 1))
  sed "s/^ordinal=.*/ordinal=$ordinal/" "$work/lines" >"$work/after"
fi
plan account "$path" "$work/after"
install
say 'C’est fait : Geary a le compte marie.curie@cnrs.fr. Il demande le mot de passe au démarrage.'
