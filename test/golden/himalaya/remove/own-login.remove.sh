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
places drop_block main
places leave_none main has_ours
remove
