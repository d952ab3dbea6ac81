#!/bin/sh
# … what all scripts for Linux share
former=
# is_account NAME: is this the account, or what it was called before? An address counts without regard to case.
is_account() {
  lower=$(printf %s "$1" | tr '[:upper:]' '[:lower:]')
  [ "$lower" != 'marie.curie@cnrs.fr' ] || return 0
# … what all scripts for Linux share
  for each in "$1/"'himalaya'/'marie.curie@cnrs.fr' "$1/"'himalaya'/*; do
# … what all scripts for Linux share
state=$root/'himalaya'/'marie.curie@cnrs.fr'
# … what all scripts for Linux share
    rmdir "$root/kept/"'himalaya'/'marie.curie@cnrs.fr' "$root/kept/"'himalaya' "$root/kept" "${state%/*}" 2>/dev/null
# … what all scripts for Linux share
  kept=$root/kept/'himalaya'/'marie.curie@cnrs.fr'
# … what all scripts for Linux share
begin='# >>> facteur himalaya marie.curie@cnrs.fr'
end='# <<< facteur himalaya marie.curie@cnrs.fr'
# … what all scripts for Linux share
  tr '\000' '\001' <"$target" | begin=$begin end=$end account='marie.curie@cnrs.fr' former=$former awk '
# … what all scripts for Linux share
    if [ "$called" != 'marie.curie@cnrs.fr' ] && cat "$work/head" "$work/tail" | "$uses" "$called"; then refuse "$into" 'le compte y porte encore son ancien nom : écrivez marie.curie@cnrs.fr à la place, puis recommencez ; rien n’a été modifié'; fi
# … what all scripts for Linux share
version=$(himalaya --version 2>/dev/null) || version=
case $version in himalaya\ v[01].* | himalaya\ [01].*) refuse himalaya 'il faut la version 2 ou une plus récente, dont la configuration est différente : mettez-la à jour, puis recommencez ; rien n’a été modifié' ;; esac
# The configuration, in $work/account. This program asks for no password: it needs the desktop's keyring.
command -v secret-tool >/dev/null 2>&1 || refuse secret-tool 'ce programme manque, et le mot de passe ne peut pas être demandé autrement : installez-le (Debian, Ubuntu : apt install libsecret-tools), puis recommencez ; rien n’a été modifié'
keyring=1
{
  say '[accounts."marie.curie@cnrs.fr"]'
  say 'email = "marie.curie@cnrs.fr"'
  say 'display-name = "Marie Curie"'
  say 'imap.server = "imaps://imap.cnrs.fr:993"'
  say 'imap.sasl.plain.username = "m.sklodowska@ods.services"'
  say 'imap.sasl.plain.password.command = ["secret-tool", "lookup", "service", "imap", "host", "imap.cnrs.fr", "user", "m.sklodowska@ods.services"]'
  say 'smtp.server = "smtp://smtp.cnrs.fr:587"'
  say 'smtp.starttls = true'
  say 'smtp.sasl.plain.username = "m.sklodowska@ods.services"'
  say 'smtp.sasl.plain.password.command = ["secret-tool", "lookup", "service", "smtp", "host", "smtp.cnrs.fr", "user", "m.sklodowska@ods.services"]'
  say 'mailbox.alias.inbox = "INBOX"'
  say 'mailbox.alias.sent = "Sent"'
} >"$work/account"
default_kept=
# Himalaya reads the first of these that is there.
places() {
  "$@" "$config/himalaya/config.toml" "$HOME/.config/himalaya/config.toml" "$HOME/.himalayarc"
}

# facts: what the TOML on standard input says of accounts (TOML v1.0.0; config.rs of Himalaya 2.1.0), one on a line: "account NAME"; "default", where one is;
# "inline", where all stand in a table that nothing can be added to; "old", where one has keys that version 2 has no more; "broken", where it cannot be read.
facts() {
  tr -d '\000\r' | awk '
    function sign() { return substr(text, at, 1) }
    function fail() { broken = 1; at = size + 1 }
    function to_end() { while (at <= size && sign() != "\n") at++ }
    function skip(lines) {
      for (; at <= size; at++) {
        if (sign() == "#") to_end()
        if (sign() !~ (lines ? "^[ \t\n]$" : "^[ \t]$")) return
      }
    }
    function quoted(  quote, end, part, all) {
      quote = end = sign()
      if (substr(text, at, 3) == quote quote quote) end = quote quote quote
      at += length(end)
      while (at <= size && substr(text, at, length(end)) != end) {
        part = substr(text, at, quote == "\"" && sign() == "\\" ? 2 : 1)
        if (length(end) == 1 && part == "\n") break
        all = all part
        at += length(part)
      }
      if (substr(text, at, length(end)) != end) fail()
      at += length(end)
      while (length(end) == 3 && sign() == quote) at++
      return all
    }
    function key(  all) {
      if (sign() ~ /^["\047]$/) return quoted()
      for (all = ""; sign() ~ /^[A-Za-z0-9_-]$/; at++) all = all sign()
      if (all == "") fail()
      return all
    }
    function keys(  all) {
      all = key()
      skip(0)
      while (sign() == ".") {
        at++
        skip(0)
        all = all "\001" key()
        skip(0)
      }
      return all
    }
    function tell(path, value,  parts, count) {
      count = split(path, parts, "\001")
      if (parts[1] != "accounts") return
      if (count == 1 && value != "[") print "inline"
      if (count > 1) print "account " parts[2]
      if (count == 3 && parts[3] == "default" && value == "true") print "default"
      if (parts[3] ~ /^(backend|message|folder|sender|imap-host|smtp-host)$/) print "old"
    }
    function pair(path) {
      path = path keys()
      if (sign() != "=") fail()
      at++
      skip(0)
      value(path)
    }
    function value(path,  end, all) {
      if (sign() ~ /^["\047]$/) {
        quoted()
        tell(path, "text")
      } else if (sign() == "{" || sign() == "[") {
        end = sign() == "[" ? "]" : "}"
        tell(path, sign() == "[" ? "list" : "table")
        at++
        skip(1)
        while (!broken && sign() != end) {
          if (end == "]") value(path "\001\001")
          else pair(path "\001")
          skip(1)
          if (sign() == ",") {
            at++
            skip(1)
          } else if (sign() != end) fail()
        }
        at++
      } else {
        for (all = ""; at <= size && sign() !~ /^[],}# \t\n]$/; at++) all = all sign()
        if (all == "") fail()
        tell(path, all)
      }
    }
    { text = text $0 "\n" }
    END {
      sub(/^\357\273\277/, "", text)
      size = length(text)
      at = 1
      for (skip(1); at <= size; skip(1)) {
        if (sign() != "[") pair(table)
        else {
          at++
          if (sign() == "[") at++
          skip(0)
          table = keys()
          if (sign() != "]") fail()
          tell(table, "[")
          table = table "\001"
        }
        to_end()
      }
      if (broken) print "broken"
    }'
}
has_ours() {
  facts | grep -qxF "account "'marie.curie@cnrs.fr'
}
file=$config/himalaya/config.toml
# find_file PATH...: the first that is there, in $file.
find_file() {
  for each in "$@"; do
    if [ -e "$each" ] || [ -L "$each" ]; then
      file=$each
      return
    fi
  done
}
places find_file
outside "$file"
facts <"$work/outside" >"$work/facts"
says() {
  grep -qxF "$1" "$work/facts"
}
if says broken; then refuse "$file" 'ce fichier n’est pas du TOML lisible : corrigez-le, puis recommencez ; rien n’a été modifié'; fi
if says "account "'marie.curie@cnrs.fr'; then refuse "$file" 'ce fichier contient un compte marie.curie@cnrs.fr qui ne vient pas d’ici : renommez-le ou retirez-le, puis recommencez ; rien n’a été modifié'; fi
if says inline; then refuse "$file" 'tous les comptes y sont entre une seule paire d’accolades, où rien ne peut s’ajouter : écrivez chacun sous [accounts.NOM], puis recommencez ; rien n’a été modifié'; fi
# Version 2 passes over the keys of version 1; version 1 knows none of ours.
if [ -z "$version" ] && says old; then refuse "$file" 'il faut la version 2 ou une plus récente, dont la configuration est différente : mettez-la à jour, puis recommencez ; rien n’a été modifié'; fi
places put_block main "$file" "$work/account"
install
say 'Himalaya est configuré. Pour l’utiliser : himalaya envelopes list -a marie.curie@cnrs.fr'
if [ -n "$default_kept" ]; then say 'Himalaya avait déjà un compte : c’est lui qui reste le compte habituel.'; fi
if [ -n "$keyring" ]; then
  say 'Rangez une fois le mot de passe dans le trousseau de votre bureau ; chaque ligne vous le demandera :'
  say '  ''secret-tool store --label=imap.cnrs.fr service imap host imap.cnrs.fr user m.sklodowska@ods.services'
  say '  ''secret-tool store --label=smtp.cnrs.fr service smtp host smtp.cnrs.fr user m.sklodowska@ods.services'
else
  say 'Himalaya vous demandera le mot de passe.'
fi
