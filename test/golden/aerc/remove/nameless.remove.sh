#!/bin/sh
# … what all scripts for Linux share
former=
# … what all scripts for Linux share
file=$config/aerc/accounts.conf
has_ours() {
  tr -d '\t ' | grep -qxF '[''prenom.nom@cnrs.fr'']'
}
drop_block main "$file"
leave_none main has_ours "$file"
remove
