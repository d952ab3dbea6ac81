#!/bin/sh
# … what all scripts for Linux share
former='h-l-ne-elik-5627a2fe@example.org'' '
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'h-l-ne-elik-ce158d71@example.org' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'claws-mail'/'h-l-ne-elik-ce158d71@example.org' "$1/"'claws-mail'/*; do
# … what all scripts for Linux share
state=$root/'claws-mail'/'h-l-ne-elik-ce158d71@example.org'
# … what all scripts for Linux share
    rmdir "$root/kept/"'claws-mail'/'h-l-ne-elik-ce158d71@example.org' "$root/kept/"'claws-mail' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'claws-mail'/'h-l-ne-elik-ce158d71@example.org'
# … what all scripts for Linux share
if is_running claws-mail; then refuse 'Claws Mail' 'Claws Mail is running: close it, then start again; nothing has been changed'; fi
claws=$HOME/.claws-mail

# section FILE HEADER: the lines of FILE from that line to the next section.
section() {
  header=$2 awk '/^\[/ { inside = $0 == ENVIRON["header"] } inside' "$1"
}

# cut_section FILE HEADER: FILE without them, on standard output; at the end of the file the empty line before them goes too.
cut_section() {
  header=$2 awk '
    function write() { for (; blanks > 0; blanks--) print "" }
    /^\[/ { inside = $0 == ENVIRON["header"]; if (inside) { held = blanks; cut = 1 } else cut = 0 }
    inside { next }
    /^$/ { blanks++; next }
    { write(); print }
    END { if (cut && blanks == held && blanks > 0) blanks--; write() }' "$1"
}

# has_mailbox FILE: does an account of it have our address and our login?
has_mailbox() {
  address='address=hélène.çelik@example.org' login='user_id=hélène.çelik@login.example.org' awk '
    /^\[/ { address = login = 0 }
    tolower($0) == tolower(ENVIRON["address"]) { address = 1 }
    $0 == ENVIRON["login"] { login = 1 }
    address && login { found = 1 }
    END { exit !found }' "$1"
}

# find_account PATH: the number of our account in $number, if Claws Mail still has it in the file at PATH, in $target. Claws Mail writes the file anew
# whenever accounts are edited, and keeps nothing there that it does not know; the number stays. It is ours with our address below it and the login or the
# server that we wrote: an account that the person has made since may have got the number.
find_account() {
  number=
  follow "$1"
  if [ -s "$state/accountrc.number" ] && [ -f "$target" ]; then
    number=$(cat "$state/accountrc.number")
    section "$target" "[Account: $number]" >"$work/section"
    {
      printf '%s\n' 'user_id=hélène.çelik@login.example.org' 'receive_server=imap.example.org'
      if [ -f "$state/accountrc.identity" ]; then cat "$state/accountrc.identity"; fi
    } >"$work/identity"
    grep -qixF 'address=hélène.çelik@example.org' "$work/section" && grep -qxF -f "$work/identity" "$work/section" || number=
  fi
}

# Without a folder of its own, Claws Mail begins with the one that the administrator has prepared.
if [ ! -d "$claws" ] && [ -d /etc/skel/.claws-mail ]; then refuse 'Claws Mail' 'your administrator has prepared a first account: start Claws Mail once, close it, then start this again; nothing has been changed'; fi

printf '%s\n' \
  'config_version=1' \
  'account_name=Example hélène.çelik@example.org' \
  'is_default=0' \
  'name=Hélène Çelik' \
  'address=hélène.çelik@example.org' \
  'protocol=1' \
  'receive_server=imap.example.org' \
  'smtp_server=smtp.example.org' \
  'user_id=hélène.çelik@login.example.org' \
  'use_smtp_auth=1' \
  'smtp_auth_method=0' \
  'smtp_user_id=hélène.çelik@login.example.org' \
  'imap_auth_method=0' \
  'set_imapport=1' \
  'imap_port=993' \
  'ssl_imap=1' \
  'imap_subsonly=0' \
  'set_smtpport=1' \
  'smtp_port=465' \
  'ssl_smtp=1' \
  'ssl_certs_auto_accept=1' \
  'use_tls_sni=1' \
  >"$work/lines"

for each in passwordstorerc folderlist.xml; do follow "$claws/$each"; done
find_account "$claws/accountrc"
accounts=$work/accounts
: >"$accounts"
[ ! -f "$target" ] || cat "$target" >"$accounts"
# What the file was before any account of ours, for the remover: a list without its last line end gets one from us. A sum says it, and holds no password.
original=
for each in "$state" "$root"/claws-mail/*; do
  if [ -f "$each/accountrc.number" ]; then original=$each/accountrc.original; fi
done
if [ -n "$original" ]; then
  [ ! -f "$original" ] || cat "$original" >"$work/plan/accountrc.original"
elif [ -f "$target" ]; then
  cksum <"$target" >"$work/plan/accountrc.original"
fi

if [ -n "$number" ]; then
  { printf '[Account: %s]\n' "$number" && cat "$work/lines"; } >"$work/ours"
  merge_keys "$accounts" "$work/ours" \
    'config_version account_name is_default imap_subsonly remove_mail ssl_certs_auto_accept use_tls_sni' >"$work/after"
else
  # The same mailbox, set up by hand, is not ours to change, and two of one would be one too many.
  if has_mailbox "$accounts"; then refuse 'Claws Mail' 'this mailbox is there already, and no note says that it came from us: keep it, or delete that account in Claws Mail and start this again; nothing has been changed'; fi
  # Passwords and folders go by the number: it must be nobody's, and nobody's any more.
  number=$(cat "$accounts" "$claws/passwordstorerc" "$claws/folderlist.xml" 2>/dev/null | awk '
    {
      if (!match($0, /^\[[Aa]ccount: ?[0-9]+\]/) && !match($0, /account_id="[0-9]+"/)) next
      id = substr($0, RSTART, RLENGTH)
      gsub(/[^0-9]/, "", id)
      if (id + 0 > highest) highest = id + 0
    }
    END { print highest + 1 }')
  name='Example hélène.çelik@example.org'
  if grep -qxF "account_name=$name" "$accounts"; then name="$name ($number)"; fi
  default=0
  {
    cat "$accounts"
    last=$(tail -c 1 "$accounts")
    if [ -n "$last" ]; then echo; fi
    if [ -s "$accounts" ]; then echo; fi
    printf '[Account: %s]\n' "$number"
    while IFS= read -r line; do
      case $line in
        account_name=*) line=account_name=$name ;;
        is_default=*) line=is_default=$default ;;
      esac
      printf '%s\n' "$line"
    done <"$work/lines"
  } >"$work/after"
fi
plan accountrc "$claws/accountrc" "$work/after"
printf '%s\n' "$number" >"$work/plan/accountrc.number"
printf '%s\n' 'user_id=hélène.çelik@login.example.org' 'receive_server=imap.example.org' >"$work/plan/accountrc.identity"

# Without a list of folders, Claws Mail would ask for a first account. One that we have made for another account is this one's too.
printf '%s\n' \
  '<?xml version="1.0" encoding="UTF-8"?>' \
  '<folderlist config_version="1">' \
  '  <folder type="mh" collapsed="0" name="Mailbox" path="Mail" account_id="0" sort="0">' \
  '    <folderitem type="inbox" name="inbox" path="inbox"/>' \
  '    <folderitem type="outbox" name="sent" path="sent"/>' \
  '    <folderitem type="draft" name="draft" path="draft"/>' \
  '    <folderitem type="queue" name="queue" path="queue"/>' \
  '    <folderitem type="trash" name="trash" path="trash"/>' \
  '  </folder>' \
  '</folderlist>' >"$work/folderlist"
follow "$claws/folderlist.xml"
shared=
for each in "$root"/claws-mail/*/folderlist.path; do
  if [ -f "$each" ] && same "$work/folderlist" "$target"; then shared=1; fi
done
if [ ! -f "$target" ] || [ -n "$shared" ]; then
  plan folderlist "$claws/folderlist.xml" "$work/folderlist"
  for each in inbox sent draft queue trash; do make_folder "$HOME/Mail/$each"; done
fi

install
say 'Done: Claws Mail has the account hélène.çelik@example.org. It asks for the password when you start it.'
