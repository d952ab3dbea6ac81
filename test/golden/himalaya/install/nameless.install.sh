#!/bin/sh
# … what all scripts for Linux share
former=
# … what all scripts for Linux share
version=$(himalaya --version 2>/dev/null) || version=
case $version in himalaya\ v[01].* | himalaya\ [01].*) refuse himalaya 'il faut la version 2 ou une plus récente, dont la configuration est différente : mettez-la à jour, puis recommencez ; rien n’a été modifié' ;; esac
# … what all scripts for Linux share
# … what all scripts for Linux share
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
  facts | grep -qxF "account "'prenom.nom@cnrs.fr'
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
if says "account "'prenom.nom@cnrs.fr'; then refuse "$file" 'ce fichier contient un compte prenom.nom@cnrs.fr qui ne vient pas d’ici : renommez-le ou retirez-le, puis recommencez ; rien n’a été modifié'; fi
if says inline; then refuse "$file" 'tous les comptes y sont entre une seule paire d’accolades, où rien ne peut s’ajouter : écrivez chacun sous [accounts.NOM], puis recommencez ; rien n’a été modifié'; fi
# Version 2 passes over the keys of version 1; version 1 knows none of ours.
if [ -z "$version" ] && says old; then refuse "$file" 'il faut la version 2 ou une plus récente, dont la configuration est différente : mettez-la à jour, puis recommencez ; rien n’a été modifié'; fi
places put_block main "$file" "$work/account"
install
# … what all scripts for Linux share