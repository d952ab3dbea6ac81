// "Se place dans le dossier defaults/pref du programme, ou sous Linux dans /etc/thunderbird/defaults/pref : Thunderbird exécute alors thunderbird.cfg."
pref("general.config.filename", "thunderbird.cfg");
pref("general.config.obscure_value", 0);
