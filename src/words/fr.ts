// Longer than other files: see en.ts.
import type { Catalogue } from './index.ts';
import { recalled, step, trouble } from './step.ts';
import { enumerate, plural, french as t } from './typography.ts';

const outlookWizard = {
  steps: {
    manual: step(
      t`Sur la première page, choisissez la dernière ligne, puis cliquez sur :`,
      t`Configuration manuelle ou types de serveurs supplémentaires`,
      t`Suivant`,
    ),
    protocol: step(t`Choisissez :`, t`POP ou IMAP`, t`Suivant`),
    account: step(
      t`Remplissez la page « Paramètres des comptes POP et IMAP ». Certaines versions y disent « courrier » au lieu de « messagerie ». Une partie de votre adresse y figure peut-être déjà comme nom d'utilisateur : remplacez-la. Laissez vide la case « Exiger l'authentification par mot de passe sécurisé (SPA) lors de la connexion ». Cliquez ensuite sur :`,
      t`Paramètres supplémentaires…`,
    ),
    sameLogin: step(
      t`Sous l'onglet « Serveur sortant », cochez cette case et laissez « Utiliser les mêmes paramètres que mon serveur de messagerie entrant » tel quel :`,
    ),
    ownLogin: recalled(
      t`Sous l'onglet « Serveur sortant », cochez cette case, choisissez « Se connecter à l'aide de » et saisissez :`,
    ),
    noLogin: step(t`Sous l'onglet « Serveur sortant », laissez cette case vide :`),
    advancedIncoming: step(
      t`Sous l'onglet « Options avancées », saisissez ceci pour le serveur entrant : d'abord le chiffrement, ensuite le port, car choisir l'un modifie l'autre. Certaines versions disent SSL pour SSL/TLS, et TLS pour STARTTLS.`,
    ),
    advancedOutgoing: step(t`Faites de même pour le serveur sortant, puis cliquez sur :`, 'OK'),
    finish: recalled(
      t`Continuez ; Outlook teste le compte avant la dernière page :`,
      t`Suivant`,
      t`Fermer`,
      t`Terminer`,
    ),
  },
  labels: {
    name: t`Votre nom`,
    address: t`Adresse de messagerie`,
    protocol: t`Type de compte`,
    incomingHost: t`Serveur de messagerie entrant`,
    outgoingHost: t`Serveur de messagerie sortant (SMTP)`,
    incomingLogin: t`Nom d'utilisateur`,
    incomingPassword: t`Mot de passe`,
    signIn: t`Mon serveur sortant (SMTP) requiert une authentification`,
    outgoingLogin: t`Nom d'utilisateur`,
    outgoingPassword: t`Mot de passe`,
    incomingSecurity: t`Utiliser le type de connexion chiffrée suivant`,
    incomingPort: t`Serveur entrant (IMAP)`,
    outgoingSecurity: t`Utiliser le type de connexion chiffrée suivant`,
    outgoingPort: t`Serveur sortant (SMTP)`,
  },
  protocol: { imap: 'IMAP', pop3: 'POP3' },
  role: {
    primary: step(t`C'est le premier compte d'Outlook, et les nouveaux messages partent de lui.`),
    additional: recalled(
      t`Votre premier compte reste celui par défaut : ne cliquez pas sur « Définir par défaut » pour celui-ci. Pour que tout nouveau message parte du compte par défaut, quel que soit le dossier ouvert : Fichier › Options › Courrier › Toujours utiliser le compte par défaut lors de la rédaction de nouveaux messages.`,
    ),
  },
  refusals: [
    trouble(
      t`Outlook redemande sans cesse le mot de passe`,
      recalled(
        t`Regardez le nom d'utilisateur dans cette fenêtre : si c'est votre adresse, remplacez-la par votre identifiant. S'il ne peut pas être modifié, annulez : à chaque nouvel essai, le serveur est plus près de bloquer le compte.`,
      ),
    ),
  ],
  troubles: [
    trouble(
      t`Outlook ne peut pas se connecter au serveur entrant (IMAP), ou dit qu'un problème s'est produit`,
      step(
        t`Le chiffrement et le port ne vont pas ensemble : sous l'onglet « Options avancées », comparez-les aux valeurs ci-dessous.`,
      ),
    ),
    trouble(
      t`Outlook demande s'il faut autoriser un site web à configurer les paramètres du serveur`,
      step(t`Refusez, sauf si votre fournisseur vous a donné le nom de ce site.`),
    ),
  ],
};

const outlookControlPanel = {
  ...outlookWizard,
  start: {
    primary: [
      recalled(
        t`Démarrez Outlook une fois. Quand il demande votre adresse, ne saisissez rien : fermez cette fenêtre, puis Outlook, qui prendrait l'adresse pour l'identifiant.`,
      ),
      recalled(t`Ouvrez le menu Démarrer, tapez ceci et ouvrez le résultat :`, t`Panneau de configuration`),
      recalled(
        t`Dans la zone de recherche de cette fenêtre, tapez Courrier et ouvrez (avec un Office 32 bits, « (32 bits) » s'y ajoute) :`,
        t`Courrier (Microsoft Outlook)`,
      ),
      recalled(
        t`Si la fenêtre a un bouton « Comptes de messagerie… », cliquez dessus, puis sur l'onglet Messagerie et sur Nouveau…. Sinon, cliquez sur Ajouter…, nommez le profil « Outlook » et cliquez sur OK.`,
      ),
    ],
    additional: [
      recalled(
        t`Fermez Outlook. Ouvrez le menu Démarrer, tapez ceci et ouvrez le résultat :`,
        t`Panneau de configuration`,
      ),
      recalled(
        t`Dans la zone de recherche de cette fenêtre, tapez Courrier et ouvrez (avec un Office 32 bits, « (32 bits) » s'y ajoute) :`,
        t`Courrier (Microsoft Outlook)`,
      ),
      recalled(
        t`Dans la fenêtre « Configuration du courrier – Outlook », cliquez sur :`,
        t`Comptes de messagerie…`,
        t`Messagerie`,
        t`Nouveau…`,
      ),
    ],
  },
  steps: {
    ...outlookWizard.steps,
    open: step(
      t`Fermez les autres fenêtres et démarrez Outlook. S'il demande le mot de passe, le nom d'utilisateur affiché doit être votre identifiant.`,
    ),
  },
  security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: t`Aucun` },
  undo: recalled(
    t`Fermez Outlook et rouvrez la même liste de comptes dans le Panneau de configuration. Choisissez ce compte, puis cliquez sur :`,
    t`Supprimer`,
  ),
  repair: recalled(
    t`Fermez Outlook et rouvrez la même liste de comptes dans le Panneau de configuration. Choisissez ce compte et cliquez sur ce qui suit ; regardez ensuite aussi « Serveur sortant » sous Paramètres supplémentaires… :`,
    t`Modifier…`,
    t`Nom d'utilisateur`,
  ),
  troubles: [
    trouble(
      t`La fenêtre du Panneau de configuration ne demande qu'une adresse, et rien d'autre`,
      recalled(
        t`N'y saisissez rien et fermez-la. Ouvrez d'un double-clic cet ancien assistant (pour un Office 32 bits, dans Program Files (x86)), puis continuez à partir de l'onglet Messagerie :`,
        t`C:\\Program Files\\Microsoft Office\\root\\Office16\\OLCFG.EXE`,
        t`Comptes de messagerie`,
      ),
    ),
    trouble(
      t`Le Panneau de configuration ne trouve pas « Courrier »`,
      recalled(
        t`Démarrez Outlook une fois et fermez-le, puis cherchez de nouveau : l'entrée est créée au premier démarrage.`,
      ),
    ),
    trouble(
      t`Outlook ouvre une page de connexion de Microsoft 365 ou d'Exchange`,
      step(
        t`Il prend votre adresse pour une adresse de Microsoft. N'y saisissez rien : fermez la page et reprenez les étapes ci-dessus depuis le début.`,
      ),
    ),
    ...outlookWizard.troubles,
  ],
};

const outlookVersion = t`La version que vous avez figure sous Fichier › Compte Office. L'assistant d'Outlook ne demande jamais l'identifiant : les étapes passent donc par le Panneau de configuration.`;

const whereMounted = t`réglez ses droits là où il est monté (Kubernetes : defaultMode: 0440 et fsGroup ; secret de Docker : mode: 0440 et gid), ou faites chmod o= sur le fichier qui est monté`;

const signOptions = {
  'sign-key': t`Clé privée qui signe les profils Apple, PEM, RSA (2048 bits au moins) ou P-256 ; les autres ne doivent pas pouvoir la lire`,
  'sign-cert': t`Son certificat, PEM ; la chaîne peut suivre dans le même fichier`,
  'sign-chain': t`Certificats de ses émetteurs jusqu'à une racine publique, ou jusqu'à une racine privée incluse, PEM`,
  'sign-passphrase-file': t`Fichier dont la première ligne ouvre une clé chiffrée`,
};

const templates = t`Dossier de modèles qui remplacent ceux de Facteur du même nom`;

/** Français. */
export const fr: Catalogue = {
  language: 'Français',

  list: (items) => enumerate(items, 'et'),

  series: (items) => items.join(t` ; `),

  conditions: {
    otherLogin: t`identifiant différent de l'adresse`,
    oneLogin: t`un seul identifiant pour tous les serveurs`,
    foundOnAndroid: t`avec IMAP, si chaque serveur IMAP ou d'envoi est chiffré et accepte un mot de passe ; ou un OAuth 2.0 intégré à l'application, alors pour la réception et pour l'envoi`,
    quoted: t`guillemets dans l'adresse`,
    accents: t`accents dans l'adresse`,
    signedRsa: t`signé avec une clé RSA certifiée par une autorité publique : « Vérifié »`,
    signedP256: t`signé avec une clé P-256 : « Vérifié »`,
    classic: t`classique`,
    newOne: t`le nouveau`,
  },

  evidence: {
    tested: ({ products }) => t`essayé ici avec ${products}`,
    documented: ({ products }) => t`documenté pour ${products}`,
    reported: ({ products }) => t`fonctionne, d'après des témoignages : ${products}`,
    unverified: ({ products }) => t`personne ne l'a vérifié : ${products}`,
    refused: ({ products }) => t`ne fonctionne pas : ${products}`,
  },

  devices: { windows: 'Windows', macos: 'Mac', linux: 'Linux', android: 'Android', ios: t`iPhone et iPad` },

  problems: {
    'address.empty': () => t`il manque une adresse : écrivez-la sous la forme local@domaine`,
    'address.no-at': ({ value }) => t`« ${value} » n'est pas une adresse : il n'y a pas de @ — écrivez local@domaine`,
    'address.no-local': ({ value }) => t`« ${value} » n'est pas une adresse : il n'y a rien avant le @`,
    'address.no-domain': ({ value }) => t`« ${value} » n'est pas une adresse : il n'y a rien après le @`,
    'address.space': ({ value, suggestion }) =>
      suggestion === ''
        ? t`« ${value} » n'est pas une adresse : il y a une espace avant le @ — retirez-la`
        : t`« ${value} » n'est pas une adresse : il y a une espace avant le @ — vouliez-vous écrire ${suggestion} ?`,
    'address.two-at': ({ value }) =>
      t`« ${value} » n'est pas une adresse : il y a deux @ — gardez-en un, ou mettez entre guillemets ce qui précède le dernier`,
    'address.dots': ({ value }) =>
      t`« ${value} » n'est pas une adresse : avant le @, un point est au début, à la fin ou en double — retirez-le`,
    'address.character': ({ value, character }) =>
      t`« ${value} » n'est pas une adresse : « ${character} » n'est pas permis avant le @ — retirez-le`,
    'address.domain': ({ value }) =>
      t`« ${value} » n'est pas une adresse : ce qui suit le @ n'est pas un nom de domaine comme example.org`,
    'address.local-too-long': ({ value }) =>
      t`« ${value} » n'est pas une adresse : la partie avant le @ dépasse 64 octets (RFC 5321)`,
    'address.too-long': ({ value }) => t`« ${value} » n'est pas une adresse : elle dépasse 254 octets (RFC 5321)`,

    'login.malformed': ({ value }) =>
      t`« ${value} » ne peut pas être un identifiant : il est vide, dépasse 254 octets, ou contient un retour à la ligne ou un caractère invisible`,
    'name.control-character': ({ value }) =>
      t`le nom « ${value} » contient un retour à la ligne ou un autre caractère de contrôle : retirez-le`,
    'name.too-long': ({ value }) => t`le nom « ${value} » dépasse 256 caractères : raccourcissez-le`,

    'who.nobody': () => t`personne n'est nommé : donnez une adresse ou un identifiant`,
    'who.none': () =>
      t`personne n'est nommé : donnez une adresse ou un identifiant, ou --example pour l'exemple du profil`,
    'who.standard-input': () =>
      t`« - » n'est personne : les personnes ne sont pas lues sur l'entrée standard — donnez-les en arguments, comme avec xargs facteur generate`,
    'who.bare-login': ({ value }) =>
      t`« ${value} » n'a pas de @ : donnez l'adresse, ou nommez le profil avec --profile pour qu'il soit lu comme un identifiant`,
    'who.unknown-domain': ({ value, domain, domains }) =>
      t`aucun profil ne sert le domaine ${domain} de « ${value} » — domaines connus : ${domains} ; nommez un autre profil avec --profile`,
    'who.unknown-login': ({ value }) =>
      t`aucun profil n'a de règle qui donne l'identifiant « ${value} » — donnez l'adresse, ou nommez un autre profil avec --profile`,
    'who.ambiguous-login': ({ value, addresses }) =>
      t`l'identifiant « ${value} » correspond à plusieurs adresses (${addresses}) : donnez l'adresse`,

    'profile.yaml': ({ message }) => t`YAML non valide : ${message}`,
    'profile.indent': () =>
      t`YAML non valide : alignez les clés d'un même niveau, mettez en retrait ce qui dépend d'une clé et fermez chaque [ et chaque {`,
    'profile.misplaced-key': () =>
      t`YAML non valide : aucune clé ne peut figurer ici — alignez-la sur ses voisines, et mettez entre guillemets droits une valeur qui contient « : »`,
    'profile.quotes': () =>
      t`YAML non valide : un caractère a ici un sens particulier — mettez toute la valeur entre guillemets droits : "{local}@example.org"`,
    'profile.escape': () =>
      t`YAML non valide : ce n'est pas une séquence d'échappement — écrivez \\\\ pour une barre oblique inverse, ou mettez la valeur entre apostrophes droites`,
    'profile.unfinished': () =>
      t`YAML non valide : il manque quelque chose avant cet endroit — fermez les guillemets, ou mettez un deux-points après la clé`,
    'profile.documents': () =>
      t`un second document commence ici : un profil n'en est qu'un, retirez donc ce qui suit « --- »`,
    'profile.duplicate-key': () => t`cette clé figure deux fois à cet endroit : retirez-en une`,
    'profile.tab': () => t`une tabulation est en tête de cette ligne : YAML n'y admet que des espaces`,
    'profile.alias': ({ value }) =>
      t`« ${value} » renvoie à un autre endroit du fichier : écrivez ici la valeur elle-même`,
    'profile.tag': ({ value }) => t`« ${value} » est une étiquette YAML : retirez-la`,
    'profile.too-large': () => t`le fichier dépasse 1 Mo : ce n'est pas un profil`,
    'profile.too-many': () =>
      t`le fichier a plus de clés, de valeurs et de signes qu'aucun profil : nommez un autre fichier, ou décrivez le fournisseur en plusieurs profils`,
    'profile.too-deep': () =>
      t`listes et clés s'emboîtent ici plus profondément que dans aucun profil : retirez les crochets ou les tirets en trop`,
    'profile.too-long-text': ({ value }) => t`« ${value} » dépasse 32 768 caractères : raccourcissez-le`,
    'profile.character': ({ value }) =>
      t`le caractère « ${value} » n'a pas sa place en YAML : retirez-le, ou enregistrez le fichier en UTF-8 s'il est dans un autre codage`,
    'profile.more': ({ count }) =>
      t`et ${String(count)} de plus : corrigez d'abord ce qui précède, et vérifiez que c'est le bon fichier`,
    'profile.empty': () => t`le profil est vide : voyez profiles/cnrs.yaml pour un exemple`,
    'profile.not-a-mapping': () =>
      t`un profil est une suite de clés et de valeurs (id: exemple) : voyez profiles/cnrs.yaml pour un exemple`,
    'profile.unreadable': ({ message }) =>
      t`le profil ne peut pas être lu (${message}) : nommez un autre fichier, ou autorisez sa lecture`,
    'profile.unknown': ({ value, known }) =>
      t`il n'y a pas de profil « ${value} » — connus : ${known} ; ou nommez un fichier YAML`,
    'profile.domain-in-two': ({ domain, other }) =>
      t`le domaine ${domain} figure aussi dans ${other} : laissez-le dans un seul, ou choisissez avec --profile`,
    'profile.id-in-two': ({ value, other }) =>
      t`l'id « ${value} » figure aussi dans ${other} : chaque id doit être unique`,
    'profile.domain-twice': ({ domain }) => t`le domaine ${domain} figure deux fois : retirez-en un`,
    'profile.twice': () => t`un élément figure deux fois dans la liste : retirez-en un`,
    'profile.unknown-key': ({ key, suggestion }) =>
      suggestion === ''
        ? t`« ${key} » n'est pas une clé de profil à cet endroit : retirez-la ou corrigez-la`
        : t`« ${key} » n'est pas une clé de profil à cet endroit : vouliez-vous écrire « ${suggestion} » ?`,
    'profile.missing': ({ key }) => t`il manque « ${key} » : ajoutez-le`,
    'profile.no-value': ({ key }) => t`« ${key} » n'a pas de valeur : écrivez-la après les deux-points`,
    'profile.not-one-of': ({ value, values, suggestion }) =>
      suggestion === ''
        ? t`« ${value} » n'est pas l'une des valeurs : ${values}`
        : t`« ${value} » n'est pas l'une des valeurs : ${values} — vouliez-vous écrire « ${suggestion} » ?`,
    'profile.not-text': ({ value }) =>
      t`« ${value} » n'est pas un texte : mettez-le entre guillemets s'il doit en être un`,
    'profile.not-number': ({ value }) => t`« ${value} » n'est pas un nombre : écrivez des chiffres, sans guillemets`,
    'profile.not-boolean': ({ value }) => t`au lieu de « ${value} », écrivez true ou false, sans guillemets`,
    'profile.not-list': ({ value }) =>
      t`« ${value} » n'est pas une liste : écrivez [un, deux], ou un élément par ligne après « - »`,
    'profile.not-mapping': ({ value }) =>
      t`« ${value} » n'a pas de clés : écrivez « clé: valeur », une par ligne, en dessous`,
    'profile.empty-list': () => t`la liste est vide : il y faut au moins un élément`,
    'profile.empty-text': () => t`le texte est vide : écrivez-le ou retirez la clé`,
    'profile.control-character': ({ value }) =>
      t`« ${value} » contient un retour à la ligne ou un autre caractère de contrôle : écrivez-le sur une ligne`,
    'profile.short-text': ({ value }) => t`« ${value} » dépasse 20 caractères : raccourcissez-le`,
    'profile.id': ({ value }) =>
      t`« ${value} » n'est pas un id : lettres minuscules, chiffres et traits d'union seulement`,
    'profile.identifier': ({ value }) => t`« ${value} » n'est pas un nom de domaine inversé comme org.example`,
    'profile.https-url': ({ value }) =>
      t`« ${value} » n'est pas une adresse de la forme https://hôte/chemin, sans nom d'utilisateur`,
    'profile.login-rule': ({ value }) =>
      t`« ${value} » n'est pas une règle d'identifiant : il y faut {local} ou {address} une fois, {domain} est permis, pas d'espace`,
    'profile.host': ({ value }) => t`« ${value} » n'est pas un nom d'hôte comme imap.example.org`,
    'profile.domain': ({ value }) => t`« ${value} » n'est pas un nom de domaine comme example.org`,
    'profile.port': ({ value }) => t`le port ${value} n'est pas un port (1–65535)`,
    'profile.plain-text': () =>
      t`avec security « none », le mot de passe passe en clair : mettez tls ou starttls, ou ajoutez allowPlainText: true à ce serveur`,
    'profile.incoming-without-login': () =>
      t`un serveur de réception demande un identifiant : retirez « none » de authentication`,
    'profile.search-base': ({ value }) => t`« ${value} » n'est pas un nom distinctif comme ou=people,dc=example,dc=org`,
    'profile.authority': () =>
      t`ce n'est pas le certificat d'une autorité : donnez un seul certificat avec « CA:TRUE », en PEM et sans clé (en YAML après « | », en retrait)`,
    'profile.exchange-empty': () => t`exchange n'offre rien : mettez activeSync ou webServices à true`,

    'profile.count': ({ value }) => t`« ${value} » n'est pas un nombre entier de 1 à 128`,
    'profile.specials': ({ value }) =>
      t`« ${value} » n'est pas une liste de caractères spéciaux : écrivez chacun une fois, l'un après l'autre, sans lettre, chiffre ni caractère invisible autre que l'espace`,
    'profile.digit-run': ({ value }) => t`${value} est inférieur à « from » : écrivez au moins autant de chiffres`,
    'profile.onboarding-empty': () =>
      t`onboarding ne décrit rien : ajoutez activation, password, recovery ou webmail, ou retirez la clé`,
    'profile.names-nothing': ({ value, key }) =>
      t`« ${value} » ne désigne rien : ce profil n'a pas de ${key} — ajoutez-le, ou retirez ceci`,

    'profile.empty-folder': ({ path }) => t`${path} ne contient aucun profil : mettez-y des fichiers .yaml`,
    'profile.not-utf8': () => t`le fichier n'est pas en UTF-8 : enregistrez-le en UTF-8`,
    'who.one-name': () => t`--name ne convient qu'à une seule personne : n'en nommez qu'une, ou retirez-le`,
    'out.zip': ({ path }) => t`${path} : cette version écrit des dossiers, pas de ZIP — nommez un dossier avec --out`,
    'out.empty': () => t`--out est vide : nommez un dossier`,
    'out.not-a-folder': ({ path }) =>
      t`${path} existe et n'est pas un dossier : déplacez-le, ou choisissez un autre --out`,
    'out.exists': ({ path }) =>
      t`${path} existe avec un autre contenu : remplacez-le avec --force, ou choisissez un autre --out`,
    'out.foreign-file': ({ path, file }) =>
      t`${path} contient ${file}, que Facteur n'a pas écrit : déplacez-le, ou choisissez un autre --out`,
    'out.one-folder': ({ address, other }) =>
      t`${address} et ${other} ne diffèrent que par les majuscules, et beaucoup de systèmes de fichiers n'en font qu'un dossier : n'en nommez qu'une, ou donnez à chacune son propre --out`,
    'out.unwritable': ({ path, reason }) =>
      t`impossible d'écrire ${path} (${reason}) : choisissez un autre dossier avec --out`,
    'out.kept': ({ path, kept, reason }) =>
      t`${kept} vient de ${path}, d'où une exécution interrompue l'a déplacé, et ne peut pas y être remis (${reason}) : remettez-le vous-même, ou supprimez-le`,

    'client.unknown': ({ value, known, suggestion }) =>
      suggestion === ''
        ? t`il n'y a pas de client « ${value} » — connus : ${known}`
        : t`il n'y a pas de client « ${value} » — vouliez-vous écrire « ${suggestion} » ? connus : ${known}`,

    'value.unrepresentable': ({ notation, value }) =>
      t`${value} ne peut pas s'écrire en ${notation} : changez la valeur, ou prenez un autre format`,

    'apple.authentication': ({ host, methods }) =>
      t`un profil Apple ne peut pas dire que le serveur ${host} accepte seulement ${methods} : faites-lui accepter aussi un mot de passe, CRAM-MD5 ou NTLM et ajoutez-le à authentication, ou prenez un autre logiciel`,
    'apple.port': ({ host, port, usual }) =>
      t`un profil Apple n'a pas de mot pour STARTTLS, et Mail se tromperait donc sur le port ${port} de ${host} : proposez STARTTLS sur le port ${usual}, ou TLS dès le début sur un autre port`,
    'apple.directory': ({ host, port }) =>
      t`l'annuaire ${host}:${String(port)} n'est pas dans le profil, qui ne connaît que TLS dès le début sur le port 636 : proposez-le ainsi ; tout le reste y est`,
    'apple.comma': ({ value }) =>
      t`« ${value} » contient une virgule, que les appareils Apple prennent pour la fin d'une adresse et le début d'une autre : donnez une adresse sans virgule`,
    'apple.key-unknown': ({ key, payload }) =>
      t`« ${key} » n'est pas une clé de ${payload} : retirez-la ou corrigez-la (les majuscules comptent)`,
    'apple.key-missing': ({ key, payload }) => t`il manque « ${key} », que ${payload} exige : ajoutez-la`,
    'apple.key-type': ({ expected }) => t`la valeur n'a pas le bon type : écrivez <${expected}>`,
    'apple.key-empty': ({ key }) =>
      t`« ${key} » est vide, ce que les appareils Apple refusent : retirez la clé ou donnez-lui un texte`,
    'apple.key-value': ({ key, value, expected }) =>
      t`« ${value} » n'est pas une valeur de ${key} : écrivez ${expected}`,
    'apple.password': ({ key }) =>
      t`« ${key} » contient un mot de passe que tout le monde peut lire : retirez-le, l'appareil le demande`,
    'apple.not-on-platform': ({ what, platforms }) =>
      t`${what} ne signifie rien pour ${platforms} : retirez cet élément, ou nommez un autre appareil dans TargetDeviceType`,
    'apple.identifier-twice': ({ key, value }) =>
      t`deux dictionnaires ont le même ${key} « ${value} » : donnez à chacun le sien`,
    'thunderbird-android.address': ({ value }) =>
      t`Thunderbird pour Android n'accepte que les adresses en ASCII simple, et ${value} n'en est pas une : prenez une adresse sans accent, ou le webmail s'il y en a un`,
    'thunderbird-android.address-code': ({ value }) =>
      t`le lecteur de codes de Thunderbird pour Android n'accepte que les adresses en ASCII simple et sans guillemets, et ${value} n'en est pas une : prenez une adresse plus simple, ou le webmail s'il y en a un`,
    'thunderbird-android.sign-in': ({ value, methods }) =>
      t`Thunderbird pour Android ne sait pas s'authentifier auprès du serveur ${value}, qui propose seulement ${methods} : demandez au fournisseur une authentification par mot de passe, ou prenez le webmail s'il y en a un (OAuth 2.0 n'y fonctionne qu'avec les fournisseurs prévus dans l'application)`,
    'thunderbird-android.too-long': ({ value, bytes, most }) =>
      t`le compte ${value} demande ${bytes} octets et un code QR en contient ${most} : prenez le fichier de paramètres account.k9s, ou raccourcissez le nom`,
    'thunderbird.oauth2': ({ value }) =>
      t`Thunderbird ne connaît OAuth 2.0 que pour quelques grands fournisseurs, et ${value} n'accepte rien d'autre : autorisez aussi un mot de passe sur ce serveur, ou passez par le webmail s'il y en a un`,
    'thunderbird.misread': ({ value, read, program }) =>
      t`de « ${value} », ${program} ferait « ${read} » dans ce fichier, où des nombres changent et où des éléments comme %EMAILADDRESS% sont remplacés : prenez user.js ou le code QR pour cette personne, ou une autre valeur`,
    'thunderbird.beyond-ascii': ({ value }) =>
      t`« ${value} » contient des lettres hors de l'ASCII, que Thunderbird lit mal dans ce fichier : laissez-le configurer le compte avec config-v1.1.xml`,
    'thunderbird.beyond-latin': ({ value }) =>
      t`« ${value} » contient des caractères hors du Latin-1, que Thunderbird ne sait pas garder dans une adresse ni dans l'identifiant d'un serveur d'envoi : prenez-en une forme qui n'en a pas, ou le webmail s'il y en a un`,
    'thunderbird.own-login': ({ value }) =>
      t`l'identifiant « ${value} » ne suit aucune règle, et ce fichier n'a qu'une règle pour tout le domaine : prenez config-v1.1.xml ou user.js pour cette personne`,
    'outlook.no-password': ({ hosts, methods }) =>
      t`Outlook pour Windows ne sait s'authentifier que par mot de passe, et ${hosts} ne l'accepte pas (${methods}) : autorisez « password » pour un serveur du profil, ou prenez un autre logiciel`,
    'outlook.profile-security': ({ host }) =>
      t`un fichier de profil Outlook ne sait demander que TLS dès le premier octet, et ${host} n'offre que STARTTLS ou rien : prenez install.cmd, ou mettez dans le profil un serveur en « tls »`,
    'outlook.profile-ascii': ({ value }) =>
      t`un fichier de profil Outlook ne contient que des lettres sans accent, et « ${value} » en contient d'autres : prenez install.cmd, ou écrivez-le sans elles`,
    'claws-mail.sign-in': ({ hosts, methods }) =>
      t`Claws Mail ne peut pas s'authentifier auprès de ${hosts}, qui n'accepte que ${methods} : faites accepter un mot de passe par un serveur du profil, ou prenez un autre logiciel`,
    'evolution.sign-in': ({ hosts, methods }) =>
      t`Evolution ne peut pas, par ce fichier, s'authentifier auprès de ${hosts}, qui n'accepte que ${methods} : faites accepter un mot de passe par un serveur du profil, ou prenez un autre logiciel`,
    'evolution.variable': ({ value }) =>
      t`« ${value} » contient un nom entre accolades après un dollar, qu'Evolution remplacerait par autre chose dans ses réglages d'administrateur : utilisez install.sh pour cette personne`,
    'geary.sign-in': ({ hosts, methods }) =>
      t`Geary ne lit que par IMAP avec un mot de passe, et ${hosts} accepte ${methods} : ajoutez un tel serveur au profil, ou prenez un autre logiciel`,
    'geary.semicolon': ({ value }) =>
      t`« ${value} » contient un point-virgule, où Geary couperait l'adresse : prenez un autre logiciel`,
    'active-sync.variable': ({ value }) =>
      t`une console de gestion d'appareils prendrait une partie de « ${value} » pour une variable et la remplacerait : saisissez les valeurs à la main dans le formulaire de la console`,
    'serve.number': ({ value, least, most }) => t`« ${value} » n'est pas un nombre entier de ${least} à ${most}`,
    'serve.one-of': ({ value, values, suggestion }) =>
      t`« ${value} » ne fait pas partie de : ${values}${suggestion === '' ? '' : t` — vouliez-vous dire « ${suggestion} » ?`}`,
    'serve.empty': () => t`la valeur est vide : écrivez-la ou omettez-la`,
    'serve.host': ({ value }) => t`« ${value} » n'est pas une adresse d'écoute, comme 127.0.0.1, ::1 ou localhost`,
    'serve.canonical-host': ({ value }) =>
      t`« ${value} » n'est pas un nom d'hôte comme autoconfig.example.org, avec un port s'il en faut un`,
    'serve.network': ({ value }) =>
      t`« ${value} » n'est pas une adresse ni un réseau, comme 10.0.0.0/8 ou 2001:db8::/32`,
    'serve.workers': ({ value }) => t`« ${value} » n'est ni un nombre de 1 à 128, ni auto`,
    'serve.twice': ({ value }) => t`« ${value} » est une valeur de trop : donnez-la une seule fois`,
    'serve.tls-pair': () => t`--tls-cert et --tls-key vont ensemble : donnez les deux ou aucun`,
    'serve.timeouts': () =>
      t`les en-têtes ne peuvent pas durer plus que la requête : baissez cette valeur, ou augmentez --request-timeout`,
    'serve.same-port': ({ value }) => t`le port ${value} est celui du serveur : choisissez-en un autre`,
    'serve.unreadable': ({ value, reason }) => t`${value} ne peut pas être lu : ${reason}`,
    'serve.certificate': ({ value, reason }) =>
      t`${value} n'est pas un certificat et une clé PEM qui vont ensemble : ${reason}`,
    'serve.unsettled': () =>
      t`les fichiers n'ont cessé de changer pendant la lecture : terminez la copie, puis modifiez l'un d'eux ou envoyez SIGHUP`,
    'serve.key-open': ({ value }) =>
      t`tout le monde sur cette machine peut lire la clé ${value} : retirez ce droit (chmod o= ${value})`,
    'serve.key-mounted': ({ value }) =>
      t`tout le monde sur cette machine peut lire la clé ${value}, et son système de fichiers est en lecture seule : ${whereMounted}`,
    'serve.listen': ({ value, reason }) =>
      t`impossible d'écouter sur ${value} : ${reason === 'EADDRINUSE' ? t`un autre programme le fait` : reason}`,

    'template.raw': () => t`une sortie brute est interdite dans un modèle : écrivez {{nom}}, qui protège la valeur`,
    'template.backslash': () =>
      t`une seule barre oblique inverse devant {{ est interdite dans un modèle : écrivez-en deux pour une barre suivie de la valeur`,
    'template.syntax': ({ reason }) =>
      t`${reason} n'a pas sa place ici : fermez chaque {{#bloc}} par son {{/bloc}}, et chaque {{ par }}`,
    'template.computed': () => t`une valeur calculée est interdite dans un modèle : n'écrivez qu'un nom, comme {{nom}}`,
    'template.block': ({ name }) =>
      t`le bloc {{#${name}}} est interdit dans un modèle : il y a #if, #unless, #each et #with`,
    'template.block-about': ({ name }) =>
      t`{{#${name}}} avec autre chose qu'un seul nom est interdit dans un modèle : écrivez {{#${name} nom}}`,
    'template.branches': () =>
      t`un bloc qui finit ailleurs dans la notation qu'il ne commence est interdit dans un modèle : refermez dans le bloc ce qu'il ouvre`,
    'template.partial-name': () => t`un nom calculé de modèle inclus est interdit : écrivez le nom du modèle tel quel`,
    'template.partial-notation': ({ name, notation }) =>
      t`{{> ${name}}}, qui n'est pas en ${notation}, est interdit dans ce modèle : incluez-en un de la même notation`,
    'template.partial-self': ({ name }) => t`un modèle qui s'inclut lui-même est interdit : retirez {{> ${name}}}`,
    'template.partial-unknown': ({ name, suggestion }) =>
      t`{{> ${name}}}, qui n'existe pas, est interdit dans un modèle : ${suggestion === '' ? t`incluez-en un qui est fourni avec Facteur` : t`écrivez {{> ${suggestion}}} ?`}`,
    'template.partial-about': ({ name }) =>
      t`un modèle inclus avec autre chose qu'un seul nom est interdit : écrivez {{> ${name}}} ou {{> ${name} nom}}`,
    'template.partial-block': () => t`une inclusion en bloc est interdite dans un modèle : écrivez {{> nom}}`,
    'template.decorator': () => t`un décorateur est interdit dans un modèle : retirez-le`,
    'template.reserved': ({ name }) =>
      t`le nom ${name} est interdit dans un modèle : Handlebars ou JavaScript lui donne un sens à lui`,
    'template.meaningless': ({ name }) =>
      t`${name} n'a pas de sens ici : nommez ce que le contexte contient, et @first, @last et @index seulement dans {{#each}}`,
    'template.in-script': () =>
      t`une valeur dans script ou style est interdite dans un modèle : mettez-la dans le texte, ou dans un attribut entre guillemets comme data-nom`,
    'template.in-comment': () =>
      t`une valeur dans un commentaire, une déclaration ou CDATA est interdite dans un modèle : mettez-la dans le texte`,
    'template.in-tag': () =>
      t`une valeur dans une balise, hors d'un attribut entre guillemets, est interdite dans un modèle : mettez-la entre guillemets`,
    'template.in-attribute': ({ name }) =>
      t`une valeur dans l'attribut ${name} est interdite dans un modèle : son contenu est du code`,
    'template.in-link': ({ name, before }) =>
      t`une valeur dans l'attribut ${name} après « ${before} » est interdite dans un modèle : que la valeur soit le lien entier`,
    'template.in-quotes': ({ sign }) =>
      t`une valeur dans ce que ${sign} ouvre est interdite dans un modèle : elle est une valeur entière et apporte ses propres guillemets`,
    'template.beside': () =>
      t`une valeur collée à autre chose est interdite ici dans un modèle, car les deux n'en feraient qu'une : séparez-les par une espace ou une virgule, ou réunissez-les en une seule valeur`,
    'template.elsewhere': ({ example }) =>
      t`une valeur est interdite ici dans un modèle, car elle n'y serait pas protégée : elle peut se trouver comme dans ${example}`,
    'template.not-whole': ({ example }) =>
      t`une valeur suivie d'autre chose est interdite ici dans un modèle, car elle n'y serait pas protégée : terminez par elle, comme dans ${example}`,

    'templates.unreadable': ({ reason }) =>
      t`ne peut pas être lu (${reason}) : nommez un dossier de modèles, ou donnez le droit de le lire`,
    'templates.empty': () =>
      t`ne contient aucun modèle : nommez le dossier où se trouve, par exemple, outlook/account.prf.hbs`,
    'templates.encoding': () => t`n'est pas en UTF-8 : enregistrez-le en UTF-8`,
    'templates.unknown': ({ suggestion }) =>
      t`n'est le nom d'aucun modèle de Facteur : ${suggestion === '' ? t`donnez-lui le nom de celui qu'il remplace (docs/templates.md les a tous)` : t`vouliez-vous dire ${suggestion} ?`}`,
    'templates.absent': ({ name, suggestion, known }) =>
      t`le contexte n'a pas de « ${name} » : ${suggestion === '' ? '' : t`vouliez-vous dire ${suggestion} ? `}Ici, il a ${known || 'rien'}`,
    'templates.value': () =>
      t`le contexte a ici autre chose que ce que le modèle en fait : n'affichez que ce que docs/templates.md appelle un texte, un nombre ou un oui ou non, et répétez par #each ce qu'il appelle une liste`,
    'templates.malformed': ({ reason }) =>
      t`ce qui est fait avec lui est mal formé, et aucun programme ne pourrait le lire : ${reason}`,
    'templates.unrepresentable': ({ value, notation }) =>
      t`${value} ne peut pas s'écrire en ${notation}, et le fichier ne serait fait pour personne : écrivez autre chose`,

    'sign.pair': () => t`--sign-key et --sign-cert vont ensemble : donnez les deux ou aucun`,
    'sign.alone': ({ option }) => t`${option} ne dit rien sans --sign-key : donnez aussi la clé`,
    'sign.time': ({ value }) => t`« ${value} » n'est pas une date et heure comme 2026-11-22T10:00:00Z`,
    'sign.unreadable': ({ reason }) =>
      t`ne peut pas être lu (${reason}) : nommez un autre fichier, ou donnez le droit de le lire`,
    'sign.open': ({ path }) =>
      t`tout le monde sur cette machine peut lire ce fichier, qui doit rester secret : retirez ce droit (chmod o= ${path})`,
    'sign.mounted': () =>
      t`tout le monde sur cette machine peut lire ce fichier, qui doit rester secret, et son système de fichiers est en lecture seule : ${whereMounted}`,
    'sign.key': () =>
      t`n'est pas une clé privée en PEM : nommez un fichier qui commence par -----BEGIN PRIVATE KEY----- ou de façon semblable`,
    'sign.key-kind': ({ value }) =>
      t`cette clé est du type ${value} : prenez RSA d'au moins 2048 bits (dont on sait que les appareils Apple l'acceptent) ou P-256`,
    'sign.passphrase-missing': () =>
      t`la clé est chiffrée : nommez un fichier contenant sa phrase secrète avec --sign-passphrase-file, ou lancez generate dans un terminal, où elle vous sera demandée`,
    'sign.passphrase-wrong': () => t`la phrase secrète n'ouvre pas cette clé : vérifiez-la, les majuscules comptent`,
    'sign.passphrase-empty': () => t`la première ligne est vide : écrivez-y la phrase secrète`,
    'sign.certificate': () =>
      t`ne contient aucun certificat en PEM, ou il est endommagé : nommez un fichier avec -----BEGIN CERTIFICATE-----`,
    'sign.utf16': () => t`est en UTF-16, où OpenSSL ne trouve pas de PEM : enregistrez-le en UTF-8 ou en ASCII`,
    'sign.passphrase-utf16': () =>
      t`est en UTF-16, ce qui en fait une autre phrase secrète : enregistrez-le en UTF-8 (dans PowerShell avec Out-File -Encoding ascii)`,
    'sign.key-usage': ({ name }) =>
      t`l'usage de clé de « ${name} » ne comprend pas la signature numérique, et ses signatures ne valent donc rien : prenez un certificat qui peut signer`,
    'sign.purpose': ({ name }) =>
      t`l'usage étendu de clé de « ${name} » se limite à l'horodatage, à OCSP ou à IPsec : prenez un certificat de serveur web, ou pour le courriel ou le code`,
    'sign.critical': ({ name, value }) =>
      t`« ${name} » a l'extension critique ${value}, et qui ne la connaît pas refuse le certificat : prenez-en un qui ne l'a pas`,
    'sign.path-length': ({ name }) =>
      t`« ${name} » admet moins d'autorités sous elle que n'en a cette chaîne : prenez un certificat qu'elle ou son émetteur a délivré directement`,
    'sign.mismatch': ({ certificate }) =>
      t`la clé n'appartient pas au premier certificat de ${certificate} : nommez la paire créée ensemble`,
    'sign.chain-order': ({ name, before }) =>
      t`« ${name} » suit « ${before} », dont l'émetteur vient plus loin : mettez chaque certificat avant celui de son émetteur`,
    'sign.chain-foreign': ({ name, before }) =>
      t`« ${name} » n'a pas émis « ${before} » : mettez-y le certificat de son émetteur, que l'autorité vous fournit`,
    'sign.chain-incomplete': ({ name, issuer }) =>
      t`la chaîne s'arrête à « ${name} », et « ${issuer} », son émetteur, n'est pas une racine publique : ajoutez à --sign-chain les certificats jusqu'à la racine (même privée ; elle n'est pas mise dans les fichiers)`,
    'sign.expired': ({ name, date }) => t`le certificat « ${name} » a expiré le ${date} : renouvelez-le`,
    'sign.not-yet': ({ name, date }) =>
      t`le certificat « ${name} » n'est valable qu'à partir du ${date} : vérifiez l'horloge, ou attendez`,

    'terminal.pop3': ({ program, hosts }) =>
      t`${program} ne se configure ici que pour IMAP, et ${hosts} n'a que POP3 : demandez IMAP au fournisseur, ou utilisez un autre logiciel`,
    'terminal.sign-in': ({ program, hosts, methods }) =>
      t`${program} ne sait pas s'identifier auprès de ${hosts}, qui n'accepte que ${methods} : faites accepter aussi un mot de passe, ou utilisez un autre logiciel`,
    'terminal.plain-text': ({ program, hosts }) =>
      t`on ne peut pas dire à toutes les versions de ${program} que ${hosts} n'est pas chiffré : proposez-y TLS, ou utilisez un autre logiciel`,
    'terminal.quoted': ({ program, value }) =>
      t`${program} retire les guillemets de ${value} et écrirait au nom de quelqu'un d'autre : utilisez un autre logiciel, ou une adresse sans guillemets`,
    'msmtp.pattern': ({ value }) =>
      t`msmtp prend « ${value} » pour un motif, à cause de ? * [ ou d'un signe pour cent : envoyez avec un autre logiciel, ou utilisez une autre adresse`,
  },

  thunderbird: {
    localFolders: t`Dossiers locaux`,
    userJs: (of) => {
      const fresh = t`Seulement pour un Thunderbird qui n'a encore aucun compte : dans son menu Aide, Informations de dépannage, ouvrez le dossier de profil ; quittez Thunderbird ; déposez-y user.js ; démarrez Thunderbird et donnez le mot de passe de ${of.address} quand il le demande ; supprimez ensuite user.js. (Si aucun dossier ne s'ouvre, sous Linux : les profils sont dans ~/.thunderbird ; ceux d'un Snap dans ~/snap/thunderbird/common/.thunderbird, ceux d'un Flatpak dans ~/.var/app/net.thunderbird.Thunderbird/.thunderbird ou, plus anciens, ~/.var/app/org.mozilla.Thunderbird/.thunderbird.)`;
      const servers = t`avec le serveur de réception ${of.incoming}, identifiant ${of.incomingLogin}, et le serveur d'envoi ${of.outgoing}, ${of.outgoingLogin === '' ? t`sans authentification` : t`identifiant ${of.outgoingLogin}`}`;
      return {
        title: t`Compte pour un Thunderbird neuf`,
        use: of.additional
          ? t`Pas pour un Thunderbird qui a déjà des comptes, car ils disparaîtraient de sa liste : ajoutez-y plutôt le compte dans les paramètres des comptes, en configuration manuelle, ${servers}. ${fresh}`
          : t`${fresh} Dans un Thunderbird qui a déjà des comptes, ceux-ci disparaîtraient de sa liste : ajoutez-y plutôt le compte dans les paramètres des comptes, en configuration manuelle, ${servers}.`,
      };
    },
    userJsComments: ({ address }) => [
      t`Le compte ${address}, pour un nouveau profil de Thunderbird.`,
      t`Attention : dans un profil qui a déjà des comptes, ce fichier prend leur place dans la liste des comptes. Ne l'y mettez pas.`,
      t`Thunderbird lit ce fichier à chaque démarrage et retient ce qu'il dit : après le premier démarrage, supprimez-le.`,
      t`Pour retirer le compte : supprimez ce fichier, puis retirez le compte dans les paramètres des comptes de Thunderbird.`,
    ],
    config: {
      title: t`Configuration que Thunderbird cherche`,
      use: t`Pour le serveur que Thunderbird interroge quand cette personne saisit son adresse (autoconfig). L'identifiant y figure tel quel.`,
    },
    isp: ({ file, domain }) => ({
      title: t`Configuration pour tous les Thunderbird de ${domain}`,
      use: t`Mettez ${file} dans le dossier isp, à côté du programme, par exemple /usr/lib/thunderbird/isp ou C:\\Program Files\\Mozilla Thunderbird\\isp : qui saisit ensuite une adresse en ${domain} trouve serveurs et identifiant déjà remplis. Le dossier du programme d'un Snap, d'un Flatpak ou d'une application de magasin n'est pas modifiable : là, seul un serveur aide. Ce fichier convient aussi à un serveur autoconfig auquel l'adresse n'est pas transmise. Il ne nomme personne.`,
    }),
    managed: {
      title: t`Compte sur un ordinateur que vous gérez`,
      use: t`Pour l'ordinateur de cette seule personne : mettez thunderbird.cfg à côté du programme (sur un Mac, dans Thunderbird.app/Contents/Resources) et autoconfig.js dans le dossier defaults/pref de cet emplacement. À chaque démarrage, Thunderbird ajoute le compte après ceux de la personne ; ces derniers et le compte par défaut restent tels quels. Sous Linux, la version 153 prend aussi thunderbird.cfg dans /etc/thunderbird et autoconfig.js dans /etc/thunderbird/defaults/pref ; la version 140 n'y prend que le second. Le dossier du programme d'un Snap ou d'un Flatpak n'est pas modifiable : un Snap cherche peut-être dans /etc/thunderbird (personne ne l'a vérifié), un Flatpak dans /app/etc/thunderbird, que seule une de ses extensions peut apporter.`,
    },
    managedComments: ({ address }) => [
      t`Ajoute le compte ${address} à chaque démarrage, s'il n'y est pas. Les autres comptes et le compte par défaut restent tels quels.`,
      t`Pour retirer le compte, mettez thunderbird-remove.cfg à la place de ce fichier.`,
    ],
    managedLoader: {
      title: t`Interrupteur de thunderbird.cfg`,
      use: t`Se place dans le dossier defaults/pref du programme, ou sous Linux dans /etc/thunderbird/defaults/pref : Thunderbird exécute alors thunderbird.cfg.`,
    },
    managedRemoval: {
      title: t`Retrait du compte sur un ordinateur que vous gérez`,
      use: t`Retire ce que thunderbird.cfg a ajouté : mettez-le à la place de ce fichier, sous son nom, jusqu'à ce que Thunderbird ait démarré une fois ; supprimez-le ensuite, avec autoconfig.js.`,
    },
  },

  apple: {
    profile: (signed, authority) => ({
      title: t`Profil pour iPhone, iPad et Mac`,
      use: t`Sur iPhone ou iPad, ouvrez-le, puis dans les 8 minutes choisissez Réglages › Profil téléchargé (ou Général › VPN et gestion de l'appareil) › Installer ; sur un Mac, ouvrez-le, puis choisissez Réglages Système › Général › Gestion des appareils › le profil › Installer (macOS 13 et 14 : Confidentialité et sécurité › Profils ; avant : Préférences Système › Profils). L'appareil ${appleSignature(signed)} Il demande le mot de passe de votre messagerie.${appleAuthority(authority)}`,
    }),
    exchangeIos: (signed, authority) => ({
      title: t`Profil Exchange pour iPhone et iPad`,
      use: t`À la place du profil pour iPhone, iPad et Mac : installer l'un remplace l'autre. Ouvrez-le, puis dans les 8 minutes choisissez Réglages › Profil téléchargé (ou Général › VPN et gestion de l'appareil) › Installer. L'appareil ${appleSignature(signed)} Il demande votre mot de passe.${appleAuthority(authority)}`,
    }),
    exchangeMacos: (signed) => ({
      title: t`Profil Exchange pour Mac`,
      use: t`À la place du profil pour iPhone, iPad et Mac : installer l'un remplace l'autre. Ouvrez-le, puis choisissez Réglages Système › Général › Gestion des appareils › le profil › Installer (macOS 13 et 14 : Confidentialité et sécurité › Profils ; avant : Préférences Système › Profils). Le Mac ${appleSignature(signed)} Il demande votre mot de passe.`,
    }),
    payload: {
      mail: t`Compte de messagerie`,
      calendar: t`Compte de calendriers`,
      contacts: t`Compte de contacts`,
      exchange: t`Compte Exchange`,
      directory: t`Annuaire`,
      webmail: t`Raccourci vers le webmail`,
      authority: t`Certificat de l'autorité`,
    },
    service: {
      mail: t`la messagerie`,
      calendar: t`les calendriers`,
      contacts: t`les contacts`,
      reminders: t`les rappels`,
      notes: t`les notes`,
      directory: t`l'annuaire`,
      webmail: t`un raccourci vers le webmail`,
    },
    description: ({ address, services, logins }) =>
      t`Ajoute à cet appareil ${services} de ${address}. Vous vous connectez avec l'identifiant ${logins}. Le profil ne contient aucun mot de passe. Pour retirer le compte, supprimez le profil.`,
    consent: ({ address, services, logins, additional, authority }) =>
      t`Ce profil ajoute à cet appareil ${services} de ${address}.${authority === '' ? '' : t` Il installe aussi le certificat de l'autorité qui répond de ses serveurs (${authority}).`} Vous vous connectez avec l'identifiant ${logins} ; l'appareil demande le mot de passe, que le profil ne contient pas. Vos autres comptes${additional ? t` et votre compte par défaut` : ''} ne changent pas. Si vous avez déjà ajouté cette boîte à la main, retirez-la d'abord, sinon elle y sera deux fois. Pour retirer le compte plus tard, supprimez le profil.`,
  },

  outlook: {
    installPackage: (domain) => ({
      title: t`Installation pour Outlook sous Windows`,
      use: t`Faites un clic droit dessus et choisissez Extraire tout, puis fermez Outlook et double-cliquez sur install.cmd dans le nouveau dossier ; aucun droit d'administrateur n'est nécessaire. Si Windows affiche « Windows a protégé votre ordinateur », cliquez sur Informations complémentaires, puis sur Exécuter quand même ; s'il affiche un avertissement de sécurité, cliquez sur Exécuter. Pour éviter les deux : avant d'extraire, clic droit sur install.zip, Propriétés, cochez Débloquer et validez par OK. Le script dit ensuite quoi faire dans Outlook. Si Outlook ne demande alors que l'adresse, n'allez pas plus loin : configurez le compte à la main. Dès que le compte fonctionne, double-cliquez sur remove.cmd, dans le même dossier : jusque-là, il répond pour tout compte en ${domain}. Il ne sert qu'à Outlook classique, pas au nouvel Outlook.`,
    }),
    installCommand: {
      title: t`Installation, tirée d'install.zip`,
      use: t`Double-cliquez dessus, Outlook fermé, avec autodiscover.xml et remove.cmd dans le même dossier. Si Windows affiche « Windows a protégé votre ordinateur », cliquez sur Informations complémentaires, puis sur Exécuter quand même. Il dit ensuite quoi faire.`,
    },
    removeCommand: {
      title: t`Nettoyage, tiré d'install.zip`,
      use: t`Double-cliquez dessus dès que le compte fonctionne dans Outlook, ou pour renoncer : il retire exactement ce qu'install.cmd a réglé, ou dit ce qu'il laisse et pourquoi. Si Windows affiche « Windows a protégé votre ordinateur », cliquez sur Informations complémentaires, puis sur Exécuter quand même. Votre compte et vos messages restent.`,
    },
    autodiscover: {
      title: t`Réglages que lit Outlook`,
      use: t`Laissez-le à côté d'install.cmd, qui le copie à sa place. Il n'y a rien à ouvrir.`,
    },
    installPowershell: (domain) => ({
      title: t`Script pour administrateurs (PowerShell)`,
      use: t`Fait comme install.cmd, en un seul fichier, pour un script d'ouverture de session : dans la session de la personne, pas sous SYSTEM, Outlook fermé (powershell.exe -NoProfile -ExecutionPolicy Bypass -File install.ps1 ; avec -WhatIf il annonce seulement). Relancez-le avec -Remove dès que le compte fonctionne : jusque-là, il répond pour tout compte en ${domain}, et un compte Exchange y perd les disponibilités et les réponses automatiques d'absence. Aucun de nos tests ne l'a exécuté dans PowerShell.`,
    }),
    installRegistry: (path) => ({
      title: t`Valeurs de registre pour administrateurs`,
      use: t`Placez d'abord autodiscover.xml en ${path}, où personne d'autre ne peut écrire ; fusionnez ensuite ce fichier dans la session de la personne et redémarrez Outlook. Il ne regarde pas avant d'écrire : il remplace un chemin déjà réglé pour le domaine. Mieux vaut install.cmd, qui se passe d'un emplacement fixe, garde ce qui existait, cherche les stratégies qui l'interdisent et défait un travail inachevé. Ce que ce fichier règle pour tous les comptes, remove.cmd le laisse et le nomme, car nul ne sait ce qui s'y trouvait avant. Remettez-le par téléchargement, pas en pièce jointe, et fusionnez remove.reg dès que le compte fonctionne.`,
    }),
    removeRegistry: {
      title: t`Retrait des valeurs de registre`,
      use: t`Fusionnez-le dès que le compte fonctionne : jusque-là, Outlook se sert du fichier pour tout compte du domaine. Il ne regarde pas avant de supprimer : les valeurs qu'install.reg a écrites disparaissent, même si votre organisme les avait réglées lui-même ou si un autre compte du domaine y a son chemin, et aucune clé. Mieux vaut remove.cmd, qui regarde. Supprimez ensuite autodiscover.xml.`,
    },
    profile: (name) => ({
      title: t`Fichier de profil Outlook pour administrateurs`,
      use: t`Fermez Outlook, puis lancez : outlook.exe /importprf "C:\\dossier\\account.prf" (un double-clic ne fait rien). Il crée un profil à part, « ${name} », n'en modifie aucun autre, et ne fait rien si ce profil existe ; outlook.exe /profiles permet de le choisir. Microsoft le documente jusqu'à Outlook 2013 et le déconseille ensuite. Remettez-le par téléchargement, pas en pièce jointe.`,
    }),

    intuneDetect: {
      title: t`Correction pour Intune (Outlook classique)`,
      use: t`Script de détection ; intune-remediate.ps1 est le script de correction qui va avec. Sous Appareils › Scripts et corrections, choisissez les informations d'identification de la personne connectée, aucune vérification de signature, PowerShell 64 bits, et attribuez-le à cette seule personne : les scripts contiennent son identifiant. Il attend qu'Outlook soit fermé et réessaie à l'exécution suivante. Quand le compte fonctionne, mettez fin à l'attribution et attribuez le retrait. Aucun de nos tests ne l'a exécuté dans PowerShell ou Intune.`,
    },
    intuneRemediate: {
      title: t`Script de correction pour Intune`,
      use: t`Va avec intune-detect.ps1 : fait comme install.cmd, sans question, et se termine par 0 ou 1.`,
    },
    intuneRemoveDetect: {
      title: t`Retrait par Intune (Outlook classique)`,
      use: t`Script de détection ; intune-remove.ps1 est le script de correction qui va avec, avec les mêmes réglages. Attribuez-le quand le compte fonctionne, après avoir mis fin à l'autre attribution, qui réglerait tout de nouveau : jusqu'au retrait, le fichier répond pour tout compte du domaine.`,
    },
    intuneRemove: {
      title: t`Script de retrait pour Intune`,
      use: t`Va avec intune-remove-detect.ps1 : retire exactement ce qui a été réglé, et se termine par 0 ou 1.`,
    },
    groupPolicyRegistry: {
      title: t`Valeurs de registre par stratégie de groupe (Outlook classique)`,
      use: t`Ce qu'install.cmd règle, pour une stratégie de groupe (GPO) : copiez le texte et collez-le sous Configuration utilisateur › Préférences › Paramètres Windows › Registre, puis faites de même avec Files.xml. Il n'agit que pour la personne dont l'entrée dans l'Active Directory porte cette adresse (mail ou proxyAddresses) : les éléments de plusieurs personnes peuvent donc figurer dans une même stratégie. Une adresse secondaire de proxyAddresses compte aussi : si un successeur ou un suppléant l'y porte, retirez (proxyAddresses=…) de la condition, sinon il reçoit l'identifiant de cette personne. Quand le compte fonctionne, retirez les éléments, ou la personne de la stratégie : Windows supprime alors les valeurs, même si votre organisme les avait réglées lui-même. Avec des profils itinérants, il ne le fait pas (Microsoft KB 3060859 : la liste de ce qu'il faut retirer reste sur chaque ordinateur) : donnez alors aux éléments l'action Supprimer, et retirez-les plus tard.`,
    },
    groupPolicyFiles: (path) => ({
      title: t`Le fichier vers lequel elles pointent, par stratégie de groupe`,
      use: t`Va avec Registry.xml, sous Configuration utilisateur › Préférences › Paramètres Windows › Fichiers : copie autodiscover.xml dans le dossier de la personne et le retire quand l'élément ne s'applique plus, sur un ordinateur où il s'est appliqué ; les adresses secondaires de proxyAddresses comptent ici aussi. Placez d'abord autodiscover.xml en ${path}, ou changez fromPath pour un partage à vous où seuls les administrateurs peuvent écrire.`,
    }),
    androidManaged: {
      title: t`Outlook pour Android sur appareils gérés`,
      use: t`Pour le compte Exchange. Dans Intune : Applications › Configuration › Appareils gérés › Android Enterprise › Outlook › Entrer des données JSON ; ailleurs, recopiez les clés et les valeurs dans le formulaire d'Outlook. Attribuez-le à cette seule personne, car les valeurs sont les siennes ; l'application demande le mot de passe. Pour plusieurs personnes, remplacez les valeurs par des variables équivalentes de votre console ; attention, l'identifiant (EmailUPN) peut différer de l'adresse.`,
    },
    iosManaged: {
      title: t`Outlook pour iPhone et iPad sur appareils gérés`,
      use: t`Pour le compte Exchange : la configuration d'application que votre gestion d'appareils envoie avec Outlook. Dans Intune : Applications › Configuration › Appareils gérés › iOS › Outlook › Entrer des données XML, de <dict> à </dict>. Attribuez-la à cette seule personne, car les valeurs sont les siennes ; l'application demande le mot de passe. Un appareil qui n'est pas géré ne la prend pas.`,
    },

    macManaged: {
      title: t`Outlook pour Mac sur ordinateurs gérés`,
      use: t`Un profil de configuration pour votre gestion d'appareils, dans le canal de l'utilisateur : à sa première ouverture, Outlook propose d'ajouter cette adresse. Il ne fait rien de plus, car Outlook pour Mac n'a de réglage ni pour les serveurs ni pour l'identifiant : la personne saisit l'identifiant s'il n'est pas l'adresse. Si votre organisme règle AllowedEmailDomains, le domaine de l'adresse doit y figurer.`,
    },
    macDescription: ({ address }) =>
      t`À sa première ouverture, Outlook propose d'ajouter ${address}. Le profil ne contient ni serveur, ni identifiant, ni mot de passe.`,

    script: {
      running: t`Outlook est ouvert. Fermez-le, puis relancez ce fichier.`,
      conflict: (domain) =>
        t`Rien n'a été modifié : Outlook a déjà pour ${domain} un fichier qui n'est pas celui-ci. S'il appartient à un autre compte installé de cette façon, lancez d'abord son remove.cmd ; sinon, demandez à votre administrateur. Réglage actuel :`,
      policy: t`Rien n'a été modifié : une stratégie de votre organisme empêche Outlook de lire ce fichier, ou d'ajouter un compte de ce type. Seul votre administrateur peut la changer. Stratégie :`,
      failed: t`L'installation a échoué, et ce qui était commencé a été défait. Votre organisme interdit peut-être de modifier le registre : demandez à votre administrateur, ou configurez le compte à la main.`,
      installed: (domain) => t`Outlook est prêt pour votre adresse en ${domain}.`,
      hazard: (domain) =>
        t`N'oubliez pas le nettoyage : jusque-là, ce fichier répond pour tout compte en ${domain} dans votre Outlook, et un compte Exchange y perdrait les disponibilités des autres et ses réponses automatiques d'absence.`,
      removed: t`C'est fait : Outlook est comme avant. Votre compte et vos messages restent.`,
      shared: t`C'est fait pour ce compte. Des valeurs communes à tous les comptes restent, car un autre compte installé de cette façon en a besoin : elles partiront avec son retrait. Votre compte et vos messages restent.`,
      kept: t`Ce dossier reste, car il contient quelque chose qui n'appartient pas à ce compte :`,
      absent: t`Il n'y avait rien à retirer.`,
      left: t`Ce qui avait été réglé pour ce compte est retiré. Ces valeurs restent, car rien n'indique qui les a réglées : peut-être votre organisme. Elles ne changent que la façon dont Outlook ajoute des comptes, et votre administrateur peut les supprimer :`,
      leftover: t`Quelque chose n'a pas pu être retiré. Relancez ce fichier, ou demandez à votre administrateur.`,
    },
    command: {
      usage: t`La seule option est /quiet : aucune question, aucun mot sauf si quelque chose ne va pas. Le code de sortie donne le résultat.`,
      missing: t`autodiscover.xml n'est pas à côté de ce fichier. Si vous l'avez ouvert à l'intérieur d'un ZIP, extrayez d'abord tout dans un dossier, puis lancez-le depuis ce dossier.`,
      mismatch: (domain) =>
        t`Le fichier autodiscover.xml placé à côté n'est pas celui qui va avec lui, pour votre adresse en ${domain} : c'est celui d'un autre compte, ou il a été modifié. Mettez tous les fichiers d'un même compte, tels quels, dans un dossier à part, puis recommencez.`,
      next: [
        t`1. Ouvrez Outlook. S'il n'a encore aucun compte, il en demande un de lui-même ; sinon, choisissez Fichier, Ajouter un compte.`,
        t`2. Saisissez votre nom, votre adresse de messagerie et votre mot de passe. Outlook trouve tout le reste, y compris l'identifiant, qui n'est pas toujours l'adresse.`,
        t`3. Quand les messages arrivent et partent, double-cliquez sur remove.cmd.`,
        t`Si Outlook ne demande que l'adresse (c'est le cas du nouvel Outlook, et peut-être d'Outlook 2024), n'allez pas plus loin : il essaierait l'adresse comme identifiant. Suivez les instructions écrites.`,
      ],
    },
    powershell: {
      system: t`Ce script s'exécute dans la session d'une personne : lancez-le sous son compte, pas sous SYSTEM.`,
      next: t`La personne ouvre Outlook, choisit Fichier, Ajouter un compte (s'il n'a encore aucun compte, Outlook le demande de lui-même), et saisit nom, adresse et mot de passe. Quand le compte fonctionne, relancez ce script avec -Remove.`,
    },
    intune: {
      next: t`La personne ouvre Outlook, choisit Fichier, Ajouter un compte (s'il n'a encore aucun compte, Outlook le demande de lui-même), et saisit nom, adresse et mot de passe. Quand le compte fonctionne, mettez fin à cette attribution et attribuez le retrait.`,
      missing: t`Outlook n'est pas prêt.`,
      remaining: t`Il y a quelque chose à retirer.`,
    },
  },

  android: {
    gmailManaged: {
      title: t`Gmail sur appareils Android gérés`,
      use: t`Pour le compte Exchange. Dans Intune : Applications › Configuration › Appareils gérés › Android Enterprise › Gmail › Entrer des données JSON ; ailleurs, recopiez les clés et les valeurs dans le formulaire de Gmail. Attribuez-le à cette seule personne, car les valeurs sont les siennes ; l'application demande le mot de passe. Pour plusieurs personnes, remplacez les valeurs par des variables équivalentes de votre console ; attention, l'identifiant (exchange_username) peut différer de l'adresse.`,
    },
  },

  nine: {
    managed: {
      title: t`Nine Work sur appareils Android gérés`,
      use: t`Pour le compte Exchange. Recopiez les clés et les valeurs dans le formulaire que votre gestion d'appareils a pour Nine Work, ou donnez le fichier à Intune comme données JSON ; mettez le nom de votre gestion d'appareils dans AppServicePublisher. Comparez AppUserEmail et AppServiceUsername avec le formulaire : aucune page de l'éditeur que nous ayons lue ne nomme ces deux clés. Attribuez-le à cette seule personne ; l'application demande le mot de passe.`,
    },
  },

  thunderbirdAndroid: {
    asks: {
      password: t`saisissez votre mot de passe quand l'application le demande`,
      browser: t`connectez-vous sur la page que l'application ouvre`,
      both: t`faites les deux choses que l'application demande : connectez-vous sur la page qu'elle ouvre, et saisissez votre mot de passe (quand elle configure la boîte à partir de la seule adresse, elle n'en demande qu'une, et l'autre serveur reste fermé)`,
    },
    code: ({ asks }) => ({
      title: t`Code QR pour Thunderbird pour Android`,
      use: t`Affichez cette image sur un ordinateur ou imprimez-la ; sur le téléphone, dans Thunderbird, choisissez Paramètres › Importer les paramètres › Lire un code QR (à la première ouverture : Commencer › Importer les paramètres, ou Balayer le code QR), puis ${asks}. Ne lisez le code qu'une fois, car chaque lecture ajoute de nouveau le compte. L'application n'annonce pas les nouveaux messages d'un compte venu par un code, tant que vous ne l'activez pas dans les paramètres du compte. K-9 Mail n'a pas de lecteur de codes et prend le fichier de paramètres.`,
    }),
    picture: {
      title: t`Le même code QR en image PNG`,
      use: t`Pour un document, ou pour un logiciel qui n'affiche pas les images SVG. Il s'emploie de la même façon.`,
    },
    file: ({ asks }) => ({
      title: t`Fichier de paramètres pour Thunderbird et K-9 Mail`,
      use: t`Copiez ce fichier sur le téléphone ; le toucher ne sert à rien : dans l'application, choisissez Paramètres › Importer les paramètres › Sélectionner un fichier (à la première ouverture : Importer les paramètres de K-9, ou Commencer › Importez les paramètres de votre compte maintenant), puis ${asks}. Ne l'importez qu'une fois, car chaque import ajoute de nouveau le compte.`,
    }),
  },

  guides: {
    title: ({ address, program }) => t`${address} dans ${program}`,
    notFor: t`pas pour cette boîte aux lettres, et pourquoi`,
    back: t`Autres appareils et logiciels`,
    noPassword: t`Rien ici ne contient de mot de passe : c'est le logiciel qui le demandera. Ne l'envoyez jamais à qui vous le demanderait par message.`,
    fast: t`Le plus rapide`,
    automatic: t`Laisser le logiciel trouver les paramètres`,
    scan: t`Avec le code QR : rien à saisir`,
    qr: ({ address }) => t`Code QR qui configure ${address}`,
    byHand: t`À la main, étape par étape`,
    check: t`Vérifier que tout fonctionne`,
    checking: t`Écrivez un message à votre propre adresse. Il doit arriver en moins d'une minute, avec votre adresse comme expéditeur : alors l'envoi et la réception fonctionnent.`,
    refused: t`Si le mot de passe est refusé`,
    stop: t`Ne réessayez pas sans fin : après trois refus, certains serveurs bloquent le compte quelque temps. Vérifiez d'abord le nom d'utilisateur.`,
    refusedLogins: {
      same: t`Ressaisissez le mot de passe avec soin. S'il est encore refusé, vérifiez lettre par lettre le nom d'utilisateur du serveur entrant et celui du serveur sortant.`,
      differs: ({ incoming }) =>
        t`Le logiciel a sans doute envoyé votre adresse à la place de votre identifiant : beaucoup l'y recopient. Pour le serveur entrant comme pour le serveur sortant, le nom d'utilisateur doit être « ${incoming} ».`,
      several: ({ incoming, outgoing }) =>
        t`Le logiciel a sans doute envoyé votre adresse à la place de votre identifiant : beaucoup l'y recopient. Le nom d'utilisateur doit être « ${incoming} » pour le serveur entrant et « ${outgoing} » pour le serveur sortant.`,
    },
    troublesTitle: t`En cas d'autre problème`,
    troubles: [
      trouble(
        t`Les messages arrivent, mais aucun ne part`,
        step(
          t`Il manque quelque chose pour le serveur sortant : comparez son nom d'utilisateur, son port et sa sécurité aux valeurs ci-dessous.`,
        ),
      ),
      trouble(
        t`Un message est refusé avec « Sender address rejected » ou « not owned by user »`,
        step(
          t`Le serveur ne sait pas que vous pouvez écrire depuis cette adresse. Aucun réglage n'y fait rien : signalez-le à votre fournisseur.`,
        ),
      ),
    ],
    undo: t`Pour revenir en arrière`,
    values: t`Toutes les valeurs en un seul endroit`,
    mayDiffer: t`les libellés peuvent différer dans votre version`,
    yourPassword: t`le mot de passe de votre messagerie`,
    yourName: t`votre nom, tel que les autres le verront`,
    notAddress: t`votre identifiant, pas votre adresse`,
    on: t`activé`,
    off: t`désactivé`,
    ticked: t`cochée`,
    notTicked: t`non cochée`,
    unsuitableTitle: t`Pas pour cette boîte aux lettres.`,
    unsuitable: {
      signIn: ({ hosts, webmail }) =>
        webmail
          ? t`${hosts} n'accepte aucun mot de passe que vous pourriez saisir ici. Utilisez le webmail, ou demandez à votre service quels logiciels savent s'y connecter.`
          : t`${hosts} n'accepte aucun mot de passe que vous pourriez saisir ici. Demandez à votre service quels logiciels savent s'y connecter.`,
      encryptedOnly: ({ hosts }) =>
        t`${hosts} n'accepte qu'un mot de passe chiffré (CRAM-MD5) et, pour autant qu'on le sache, ce logiciel ne le propose pas. Utilisez Thunderbird.`,
      imapOnly: t`Cette boîte aux lettres ne se lit qu'en POP3, et pour ce logiciel seules les étapes en IMAP sont connues. Utilisez un autre logiciel.`,
      addressIsLogin: ({ login, webmail }) =>
        t`Ce logiciel envoie toujours l'adresse comme identifiant, et votre identifiant est « ${login} » : le mot de passe serait refusé à chaque fois, et certains serveurs bloquent un compte quelque temps après plusieurs refus. Utilisez un autre logiciel de la liste${webmail ? ', ou le webmail' : ''}.`,
    },
    sites: {
      webmail: {
        title: 'Webmail',
        heading: ({ address }) => t`${address} dans le webmail`,
        about: t`Lisez et écrivez vos messages dans le navigateur, sur n'importe quel appareil. Il n'y a rien à configurer.`,
        logins: {
          same: () => t`Votre identifiant est votre adresse.`,
          differs: ({ login }) =>
            t`Votre identifiant n'est pas votre adresse. Pour vous connecter, saisissez « ${login} », quel que soit le nom que la page lui donne.`,
        },
        steps: t`Comment l'ouvrir`,
        open: t`Ouvrez cette page :`,
        link: t`Ouvrir le webmail`,
        logIn: t`Connectez-vous avec :`,
        password: t`Mot de passe`,
        logOut: t`Sur un appareil qui n'est pas le vôtre, déconnectez-vous à la fin et ne laissez pas le navigateur retenir votre mot de passe.`,
        refused: {
          same: () => t`Ressaisissez avec soin l'identifiant et le mot de passe.`,
          differs: ({ login }) =>
            t`Regardez ce que vous avez saisi comme identifiant : ce doit être « ${login} », et non votre adresse. Ressaisissez ensuite le mot de passe avec soin.`,
        },
      },
    },
    programs: {
      thunderbird: {
        title: 'Thunderbird',
        about: t`Gratuit, pour tous les ordinateurs. Les libellés sont ceux de la version 153 ; si un onglet « Configurez votre adresse e-mail existante » s'ouvre, la vôtre est plus ancienne et a sa propre page.`,
        automatic: step(
          t`Commencez comme ci-dessous, mais après votre adresse choisissez Continuer. Quand Thunderbird annonce « Paramètres du compte détectés automatiquement », regardez d'abord le nom d'utilisateur des deux serveurs : ce doit être votre identifiant. Sinon, choisissez ce qui suit et corrigez-le :`,
          t`Modifier la configuration`,
        ),
        start: {
          primary: [
            step(
              t`Ouvrez Thunderbird. La page « Ajoutez votre adresse e-mail » s'affiche d'elle-même ; sinon, choisissez :`,
              '≡',
              t`Ajouter un compte`,
              t`Adresse e-mail`,
            ),
          ],
          additional: [step(t`Dans Thunderbird, choisissez :`, '≡', t`Ajouter un compte`, t`Adresse e-mail`)],
        },
        steps: {
          address: step(
            t`Saisissez votre nom et votre adresse. Le bouton Thundermail ne concerne pas cette boîte aux lettres. Choisissez ensuite la ligne placée sous l'adresse (si elle manque : Continuer, puis à la page suivante « Modifier la configuration ») :`,
            t`Configuration manuelle`,
          ),
          incoming: step(
            t`Sur la page « Paramètres du serveur de réception », saisissez ces valeurs. Thunderbird y met votre adresse comme nom d'utilisateur, et change le port quand vous changez le protocole ou la sécurité : comparez chaque ligne avant de choisir :`,
            t`Continuer`,
          ),
          outgoing: step(
            t`Sur la page « Paramètres du serveur d'envoi », faites de même ; le nom d'utilisateur y est demandé une seconde fois. Laissez « Configuration avancée » de côté et choisissez :`,
            t`Tester`,
          ),
          test: step(t`Quand Thunderbird a retrouvé ces paramètres auprès du serveur, choisissez :`, t`Continuer`),
          password: step(
            t`Saisissez votre mot de passe ; ne cochez « Retenir le mot de passe » que sur un ordinateur à vous. Ensuite :`,
            t`Continuer`,
          ),
          finish: step(
            t`Si des agendas et des carnets d'adresses vous sont proposés, gardez ceux que vous voulez, ou choisissez Ignorer. Ensuite :`,
            t`Terminer`,
          ),
        },
        labels: {
          name: t`Nom complet`,
          address: t`Adresse e-mail`,
          protocol: t`Protocole`,
          incomingHost: t`Nom d'hôte`,
          incomingPort: t`Port`,
          incomingSecurity: t`Sécurité de la connexion`,
          incomingAuthentication: t`Méthode d'authentification`,
          incomingLogin: t`Nom d'utilisateur`,
          outgoingHost: t`Nom d'hôte`,
          outgoingPort: t`Port`,
          outgoingSecurity: t`Sécurité de la connexion`,
          outgoingAuthentication: t`Méthode d'authentification`,
          outgoingLogin: t`Nom d'utilisateur`,
          password: t`Mot de passe`,
        },
        protocol: { imap: 'IMAP', pop3: 'POP3' },
        security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: t`Aucune` },
        authentication: {
          password: t`Mot de passe normal`,
          'cram-md5': t`Mot de passe chiffré`,
          none: t`Pas d'authentification`,
        },
        role: {
          primary: step(
            t`C'est le premier compte, et les nouveaux messages partent de lui. Pour en choisir un autre : ≡ › Paramètres des comptes, cet autre compte, puis Définir par défaut.`,
          ),
          additional: step(
            t`Le compte par défaut reste ce qu'il était : sous ≡ › Paramètres des comptes, il porte une étoile. Ne choisissez pas Définir par défaut pour celui-ci.`,
          ),
        },
        undo: step(t`Choisissez ce compte, puis deux fois Supprimer, sous :`, '≡', t`Paramètres des comptes`),
        repair: step(
          t`Corrigez le nom d'utilisateur à deux endroits, puis fermez Thunderbird et rouvrez-le : « Paramètres serveur » de ce compte et, en fin de liste, « Serveur sortant » › Modifier…, tous deux sous :`,
          '≡',
          t`Paramètres des comptes`,
        ),
      },
      'thunderbird-classic': {
        title: t`Thunderbird, versions anciennes`,
        about: t`Pour les versions qui ouvrent un onglet « Configurez votre adresse e-mail existante ». Si vous le pouvez, mettez Thunderbird à jour et suivez la page des versions récentes.`,
        start: {
          primary: [
            recalled(
              t`Ouvrez Thunderbird. L'onglet s'affiche de lui-même ; sinon, choisissez :`,
              '≡',
              t`Paramètres des comptes`,
              t`Gestion des comptes`,
              t`Ajouter un compte de messagerie…`,
            ),
          ],
          additional: [
            recalled(
              t`Dans Thunderbird, choisissez :`,
              '≡',
              t`Paramètres des comptes`,
              t`Gestion des comptes`,
              t`Ajouter un compte de messagerie…`,
            ),
          ],
        },
        steps: {
          address: step(
            t`Saisissez votre nom, votre adresse et votre mot de passe. Ne choisissez pas Continuer, mais :`,
            t`Configuration manuelle`,
          ),
          incoming: step(
            t`Sous « Serveur entrant », saisissez ces valeurs. Thunderbird y a mis votre adresse comme nom d'utilisateur.`,
          ),
          outgoing: step(
            t`Sous « Serveur sortant », plus bas, saisissez celles-ci ; le nom d'utilisateur y est demandé une seconde fois. Ensuite :`,
            t`Retester`,
          ),
          done: step(t`Comparez encore chaque ligne, car le test peut en changer. Ensuite :`, t`Terminé`),
        },
        labels: {
          name: t`Votre nom complet`,
          address: t`Adresse e-mail`,
          password: t`Mot de passe`,
          protocol: t`Protocole`,
          incomingHost: t`Nom d'hôte`,
          incomingPort: t`Port`,
          incomingSecurity: t`Sécurité de la connexion`,
          incomingAuthentication: t`Méthode d'authentification`,
          incomingLogin: t`Nom d'utilisateur`,
          outgoingHost: t`Nom d'hôte`,
          outgoingPort: t`Port`,
          outgoingSecurity: t`Sécurité de la connexion`,
          outgoingAuthentication: t`Méthode d'authentification`,
          outgoingLogin: t`Nom d'utilisateur`,
        },
        protocol: { imap: 'IMAP', pop3: 'POP3' },
        security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: t`Aucun` },
        authentication: {
          password: t`Mot de passe normal`,
          'cram-md5': t`Mot de passe chiffré`,
          none: t`Pas d'authentification`,
        },
        role: {
          primary: recalled(
            t`C'est le premier compte, et les nouveaux messages partent de lui. Pour en choisir un autre : ≡ › Paramètres des comptes, cet autre compte, puis Gestion des comptes › Définir comme compte par défaut.`,
          ),
          additional: recalled(
            t`Le compte par défaut reste ce qu'il était. Ne choisissez pas Gestion des comptes › Définir comme compte par défaut pour celui-ci.`,
          ),
        },
        undo: recalled(
          t`Choisissez ce compte dans les paramètres des comptes ; en bas à gauche se trouve :`,
          t`Gestion des comptes`,
          t`Supprimer le compte`,
        ),
        repair: recalled(
          t`Corrigez le nom d'utilisateur à deux endroits, puis fermez Thunderbird et rouvrez-le : « Paramètres serveur » de ce compte et, en fin de liste, « Serveur sortant (SMTP) » › Modifier…, tous deux sous :`,
          '≡',
          t`Paramètres des comptes`,
        ),
      },
      'claws-mail': {
        title: 'Claws Mail',
        about: t`Ne choisissez jamais « Auto-configurer » : il met votre adresse comme nom d'utilisateur. Les libellés sont ceux de la version 4.1.`,
        start: {
          primary: [
            step(t`Ouvrez Claws Mail : son assistant s'affiche. Sur la première page, choisissez :`, t`Suivant`),
          ],
          additional: [step(t`Dans Claws Mail, choisissez :`, t`Configuration`, t`Création d'un nouveau compte…`)],
        },
        steps: {
          you: step(t`Sur la page « Informations personnelles », saisissez ceci, puis :`, t`Suivant`),
          receiving: step(
            t`Sur la page « Réception du courrier », saisissez ceci ; le port se place derrière le serveur, après deux points. Ensuite :`,
            t`Suivant`,
          ),
          sending: step(
            t`Sur la page « Envoi du courrier », saisissez ceci. STARTTLS ne peut être activé qu'après TLS. Ensuite :`,
            t`Suivant`,
          ),
          disk: step(
            t`Si une page « Enregistrer les messages sur le disque » s'affiche, laissez-la telle quelle :`,
            t`Suivant`,
          ),
          save: step(t`Sur la dernière page, choisissez :`, t`Enregistrer`),
          basic: step(
            t`Sur la page « Général », saisissez ceci, le protocole d'abord. Ne cochez pas « Définir comme compte par défaut ». Sans mot de passe ici, Claws Mail le demande à chaque démarrage.`,
          ),
          send: step(t`Sur la page « Envoi », sous « Authentification » :`),
          tls: step(t`Sur la page « TLS » (« SSL/TLS » dans certaines versions) :`),
          advanced: step(t`Sur la page « Avancé », cochez la case devant chacun de ces ports. Ensuite :`, t`Valider`),
        },
        labels: {
          wizardName: t`Votre nom`,
          wizardAddress: t`Votre adresse email`,
          wizardProtocol: t`Type de serveur`,
          incomingHostAndPort: t`Adresse du serveur`,
          wizardLogin: t`Utilisateur·rice`,
          incomingPassword: t`Mot de passe`,
          incomingTls: t`Utiliser TLS pour les connexions au serveur de réception`,
          incomingStarttls: t`Utiliser la commande STARTTLS pour initier le chiffrement`,
          outgoingHostAndPort: t`Adresse du serveur d'envoi (SMTP)`,
          wizardSignIn: t`Utiliser l'authentification (SMTP AUTH)`,
          wizardOutgoingLogin: t`Nom d'utilisateur·rice SMTP`,
          wizardOutgoingPassword: t`Mot de passe SMTP`,
          outgoingTls: t`Utiliser TLS pour les connexions au serveur d'envoi (SMTP)`,
          outgoingStarttls: t`Utiliser la commande STARTTLS pour initier le chiffrement`,
          accountName: t`Nom du compte`,
          name: t`Nom complet`,
          address: t`Adresse email`,
          protocol: t`Protocole`,
          incomingHost: t`Serveur de réception`,
          outgoingHost: t`Serveur d'envoi (SMTP)`,
          incomingLogin: t`Nom d'utilisateur·rice`,
          signIn: t`Authentification SMTP (SMTP AUTH)`,
          outgoingLogin: t`Nom d'utilisateur·rice`,
          outgoingPassword: t`Mot de passe`,
          incomingSecurity: t`IMAP4 (ou POP)`,
          outgoingSecurity: t`Envoi (SMTP)`,
          outgoingPort: t`Port SMTP`,
          incomingPort: t`Port IMAP (ou Port POP)`,
        },
        protocol: { imap: 'IMAP4', pop3: 'POP3' },
        security: {
          tls: t`Utiliser TLS`,
          starttls: t`Utiliser la commande STARTTLS pour commencer une session chiffrée`,
          none: t`Ne pas utiliser TLS`,
        },
        outgoing: {
          security: {
            tls: t`Utiliser TLS`,
            starttls: t`Utiliser la commande STARTTLS pour commencer une session chiffrée`,
            none: t`Ne pas utiliser TLS (mais utiliser STARTTLS si nécessaire)`,
          },
        },
        role: {
          primary: step(
            t`C'est le premier compte, donc celui par défaut. Pour en choisir un autre : Configuration › Édition des comptes…, puis Définir comme compte par défaut.`,
          ),
          additional: step(
            t`Le compte par défaut reste ce qu'il était. La liste sous Configuration › Édition des comptes… montre lequel c'est.`,
          ),
        },
        undo: step(t`Choisissez ce compte, puis Supprimer, sous :`, t`Configuration`, t`Édition des comptes…`),
        repair: step(
          t`Dans Claws Mail, il figure sur deux pages du compte, « Général » et « Envoi ». Choisissez le compte, puis Édition, sous :`,
          t`Configuration`,
          t`Édition des comptes…`,
        ),
      },
      evolution: {
        title: 'Evolution',
        about: t`Le logiciel de messagerie de GNOME. Les libellés sont ceux de la version 3.46.`,
        start: {
          primary: [
            step(
              t`Ouvrez Evolution : son assistant s'affiche. Laissez les pages « Bienvenue » et « Restaurer à partir de l'archive » telles quelles :`,
              t`Suivant`,
            ),
          ],
          additional: [
            step(t`Dans Evolution, choisissez la flèche à côté de Nouveau, puis :`, t`Comptes de messagerie`),
            step(t`Si la page « Bienvenue » s'affiche, laissez-la telle quelle :`, t`Suivant`),
          ],
        },
        steps: {
          identity: step(
            t`Sur la page « Identité », saisissez ceci. En bas de la page, décochez « Consulter les détails du serveur de courrier sur la base de l'adresse électronique saisie ». Ensuite :`,
            t`Suivant`,
          ),
          receiving: step(
            t`Sur la page « Réception du courriel », saisissez ceci. Le port change avec le chiffrement : vérifiez-le avant de choisir :`,
            t`Suivant`,
          ),
          options: step(t`Laissez la page « Options de réception » telle quelle :`, t`Suivant`),
          sending: step(
            t`Sur la page « Envoi du courriel », avec SMTP comme type de serveur, saisissez ceci. Ensuite :`,
            t`Suivant`,
          ),
          summary: step(
            t`Sur la page « Résumé du compte », donnez au compte le nom que vous voulez voir :`,
            t`Suivant`,
          ),
          apply: step(t`Sur la dernière page, choisissez :`, t`Appliquer`),
          password: step(
            t`Quand Evolution demande le mot de passe, saisissez-le. La case placée dessous évite qu'il soit redemandé.`,
          ),
        },
        labels: {
          name: t`Nom complet`,
          address: t`Adresse électronique`,
          protocol: t`Type de serveur`,
          incomingHost: t`Serveur`,
          incomingPort: t`Port`,
          incomingLogin: t`Nom d'utilisateur`,
          incomingSecurity: t`Méthode de chiffrement`,
          incomingAuthentication: t`Authentification`,
          outgoingHost: t`Serveur`,
          outgoingPort: t`Port`,
          signIn: t`Le serveur requiert une authentification`,
          outgoingSecurity: t`Méthode de chiffrement`,
          outgoingAuthentication: t`Type`,
          outgoingLogin: t`Nom d'utilisateur`,
          accountName: t`Nom`,
          password: t`Mot de passe`,
        },
        protocol: { imap: 'IMAP', pop3: 'POP' },
        security: {
          tls: t`TLS sur un port dédié`,
          starttls: t`STARTTLS après connexion`,
          none: t`Sans chiffrement`,
        },
        authentication: { password: t`Mot de passe`, 'cram-md5': 'CRAM-MD5' },
        outgoing: { authentication: { password: t`CLAIR`, 'cram-md5': 'CRAM-MD5' } },
        role: {
          primary: step(
            t`Pour que les nouveaux messages partent bien de ce compte : Édition › Comptes, choisissez-le, puis Par défaut.`,
          ),
          additional: step(
            t`Un compte de plus ne devient jamais celui par défaut. La liste sous Édition › Comptes montre lequel c'est.`,
          ),
        },
        undo: step(t`Choisissez ce compte, puis Supprimer, sous :`, t`Édition`, t`Comptes`),
        repair: step(
          t`Dans Evolution, il figure sur deux pages du compte, « Réception du courriel » et « Envoi du courriel ». Choisissez le compte, puis Édition, sous :`,
          t`Édition`,
          t`Comptes`,
        ),
      },
      kmail: {
        title: 'KMail',
        about: t`Le logiciel de messagerie de KDE, qui fait aussi partie de Kontact. Les libellés sont ceux de la version 22.12. N'utilisez pas son assistant (« Ajouter un compte courriel… ») : il cherche les réglages par lui-même et peut saisir un identifiant qui n'est pas le vôtre.`,
        start: {
          primary: [
            recalled(
              t`Ouvrez KMail. Si un assistant s'ouvre de lui-même, ou si KMail propose d'importer depuis un autre logiciel, annulez. Choisissez ensuite :`,
              t`Configuration`,
              t`Configurer KMail…`,
              t`Comptes`,
            ),
          ],
          additional: [recalled(t`Dans KMail, choisissez :`, t`Configuration`, t`Configurer KMail…`, t`Comptes`)],
        },
        steps: {
          addSendingFirst: recalled(
            t`Dans l'onglet « Envoi », choisissez Ajouter…, saisissez ce nom, choisissez SMTP dans la liste et cochez « En faire le compte d'envoi par défaut ». Ensuite :`,
            t`Créer et configurer`,
          ),
          addSending: recalled(
            t`Dans l'onglet « Envoi », choisissez Ajouter…, saisissez ce nom et choisissez SMTP dans la liste. Ne cochez pas « En faire le compte d'envoi par défaut ». Ensuite :`,
            t`Créer et configurer`,
          ),
          sending: step(
            t`Dans l'onglet « Général » de la fenêtre qui s'ouvre, saisissez ceci. KMail ne retient un mot de passe que si « Enregistrer le mot de passe SMTP » est coché.`,
          ),
          sendingAdvanced: step(
            t`Dans son onglet « Avancé », choisissez d'abord le chiffrement, puis vérifiez le port. Ensuite :`,
            'OK',
          ),
          firstIdentity: recalled(
            t`Dans l'onglet « Identités », choisissez celle qui s'y trouve, marquée « (par défaut) ». Ensuite :`,
            t`Modifier…`,
          ),
          addIdentity: recalled(
            t`Dans l'onglet « Identités », choisissez Ajouter…, saisissez ce nom (un autre, si vous avez déjà une identité de ce nom) et laissez « Avec des champs vides » sélectionné. Ensuite :`,
            'OK',
          ),
          identity: step(t`Dans l'onglet « Général » de l'identité, saisissez ceci :`),
          identityAdvanced: step(
            t`Dans son onglet « Avancées », cochez « Compte sortant » et choisissez celui que vous venez de créer. Ensuite :`,
            'OK',
          ),
          addReceiving: recalled(
            t`Dans l'onglet « Réception », choisissez l'un après l'autre (et non « Ajouter un compte courriel… ») :`,
            t`Ajouter…`,
            t`Compte personnalisé…`,
            t`Serveur de courriers électroniques IMAP`,
            'OK',
          ),
          receiving: step(
            t`Dans l'onglet « Général » de la fenêtre qui s'ouvre, saisissez ceci. Si quelque chose figure déjà sous « Nom d'utilisateur », remplacez-le :`,
          ),
          receivingAdvanced: step(
            t`Dans son onglet « Avancé », choisissez d'abord le chiffrement : le port change avec lui.`,
          ),
          receivingIdentity: recalled(t`Dans le même onglet, choisissez l'identité que vous venez de créer :`),
          save: recalled(t`Fermez cette fenêtre, puis la configuration, avec :`, 'OK'),
          wallet: recalled(
            t`Si le portefeuille de mots de passe de KDE demande à être créé ou ouvert, faites-le : KMail y garde votre mot de passe. Si c'est KMail qui demande le mot de passe, saisissez celui de votre messagerie.`,
          ),
        },
        labels: {
          sendingName: t`Nom`,
          outgoingHost: t`Serveur d'envoi de courriers électroniques`,
          signIn: t`Le serveur exige une authentification`,
          outgoingLogin: t`Utilisateur`,
          outgoingPassword: t`Mot de passe`,
          outgoingSecurity: t`Chiffrement`,
          outgoingPort: t`Port`,
          outgoingAuthentication: t`Authentification`,
          identityName: t`Nouvelle identité`,
          name: t`Votre nom`,
          address: t`Adresse électronique`,
          identitySending: t`Compte sortant`,
          accountName: t`Nom du compte`,
          incomingHost: t`Serveur IMAP`,
          incomingLogin: t`Nom d'utilisateur`,
          incomingPassword: t`Mot de passe`,
          incomingSecurity: t`Chiffrement`,
          incomingPort: t`Port`,
          incomingAuthentication: t`Authentification`,
          receivingIdentity: t`Identité`,
        },
        protocol: { imap: 'IMAP', pop3: 'POP3' },
        security: { tls: 'SSL / TLS', starttls: 'STARTTLS', none: t`Aucun` },
        authentication: { password: 'PLAIN', 'cram-md5': 'CRAM-MD5' },
        role: {
          primary: recalled(
            t`Les nouveaux messages sont écrits avec l'identité, et partent par le compte d'envoi, marqués « (par défaut) » dans les onglets « Identités » et « Envoi ». Si ce ne sont pas ceux de cette boîte, choisissez ceux-ci, puis Définir par défaut (« Identités ») et Définir comme réglage par défaut (« Envoi »).`,
          ),
          additional: recalled(
            t`L'identité et le compte d'envoi marqués « (par défaut) » restent ce qu'ils étaient : ne choisissez ni Définir par défaut, ni Définir comme réglage par défaut. Pour écrire depuis cette boîte, choisissez son identité sous « Identité » dans la fenêtre du message.`,
          ),
        },
        undo: recalled(
          t`Choisissez ce compte, puis Supprimer, dans les onglets « Réception » et « Envoi » ; et, si vous en avez créé une pour lui, son identité dans l'onglet « Identités », sous :`,
          t`Configuration`,
          t`Configurer KMail…`,
          t`Comptes`,
        ),
        repair: recalled(
          t`Dans KMail, il figure à deux endroits : « Nom d'utilisateur » dans le compte de l'onglet « Réception », et « Utilisateur » dans celui de l'onglet « Envoi ». Choisissez l'un puis l'autre, et chaque fois Modifier…, sous :`,
          t`Configuration`,
          t`Configurer KMail…`,
          t`Comptes`,
        ),
      },
      'thunderbird-android': {
        title: t`Thunderbird pour Android, K-9 Mail`,
        about: t`Gratuit, par l'équipe de Thunderbird. K-9 Mail est son jumeau et se configure de la même façon, sauf par le code QR.`,
        code: {
          open: {
            primary: step(
              t`Affichez cette page sur un ordinateur ou sur papier. Installez Thunderbird sur le téléphone, ouvrez-le et touchez ce qui suit (les versions récentes disent « Balayer le code QR » en second) :`,
              t`Commencer`,
              t`Importer les paramètres`,
            ),
            additional: step(
              t`Affichez cette page sur un ordinateur ou sur papier. Sur le téléphone, dans Thunderbird, touchez ce qui suit (dans un Thunderbird tout juste installé : Commencer, puis Importer les paramètres ou Balayer le code QR) :`,
              t`Paramètres`,
              t`Importer les paramètres`,
              t`Lire un code QR`,
            ),
          },
          scan: step(t`Visez le code ci-dessous et importez le compte que l'application affiche.`),
          asks: {
            password: step(
              t`L'application demande votre mot de passe. Saisissez-le et cochez cette case pour qu'il serve aussi à l'envoi :`,
              t`Utiliser le même mot de passe pour le serveur sortant`,
            ),
            browser: step(t`L'application ouvre une page de votre fournisseur : connectez-vous-y.`),
            both: step(
              t`L'application ouvre une page de votre fournisseur, où vous vous connectez, et demande votre mot de passe : faites les deux.`,
            ),
          },
          once: step(
            t`Ne lisez le code qu'une fois : chaque lecture ajoute de nouveau le compte. L'application n'annonce pas les nouveaux messages d'un compte venu par un code, tant que vous ne l'activez pas dans les paramètres du compte.`,
          ),
        },
        misled: {
          login: t`Configurez cette boîte par « Le plus rapide », et non à partir de votre seule adresse : l'application trouverait un nom d'utilisateur qui n'est pas le vôtre, et votre mot de passe serait refusé.`,
          signIn: t`Configurez cette boîte par « Le plus rapide », et non à partir de votre seule adresse : l'application ne vous ferait alors vous authentifier que pour la réception ou pour l'envoi, et pas pour l'autre.`,
        },
        start: {
          primary: [
            step(
              t`Ouvrez Thunderbird et touchez ce qui suit (puis, si la page suivante le propose, « Ajoutez un compte de courriel maintenant ») :`,
              t`Commencer`,
            ),
          ],
          additional: [step(t`Ouvrez le menu ≡, puis la liste des comptes, et touchez :`, t`Ajouter un compte`)],
        },
        steps: {
          address: step(t`Saisissez votre adresse, puis touchez :`, t`Suivant`),
          edit: step(
            t`Si l'application dit « La configuration a été trouvée », regardez-la de près avec :`,
            t`Modifier la configuration`,
          ),
          replace: step(
            t`Si l'application dit « La configuration a été trouvée », ce qu'elle a trouvé n'est pas à vous : n'y donnez aucun mot de passe, mais touchez :`,
            t`Modifier la configuration`,
          ),
          incoming: step(
            t`Sur la page « Paramètres du serveur entrant », saisissez ces valeurs, puis touchez :`,
            t`Suivant`,
          ),
          outgoing: step(
            t`Sur la page « Paramètres du serveur sortant », saisissez ces valeurs, puis touchez :`,
            t`Suivant`,
          ),
          folders: step(
            t`Si l'application demande des dossiers spéciaux, laissez-les tels quels, puis touchez :`,
            t`Suivant`,
          ),
          names: step(
            t`Sur la page « Options d'affichage », donnez les noms que vous voulez voir, puis touchez :`,
            t`Suivant`,
          ),
          sync: step(
            t`Sur la page « Options de synchronisation », choisissez si les nouveaux messages sont annoncés, puis touchez :`,
            t`Suivant`,
          ),
        },
        labels: {
          address: t`Adresse courriel`,
          protocol: t`Protocole`,
          incomingHost: t`Serveur`,
          incomingSecurity: t`Sécurité`,
          incomingPort: t`Port`,
          incomingAuthentication: t`Authentification`,
          incomingLogin: t`Nom d'utilisateur`,
          incomingPassword: t`Mot de passe`,
          outgoingHost: t`Serveur`,
          outgoingSecurity: t`Sécurité`,
          outgoingPort: t`Port`,
          outgoingAuthentication: t`Authentification`,
          outgoingLogin: t`Nom d'utilisateur`,
          outgoingPassword: t`Mot de passe`,
          accountName: t`Nom du compte`,
          name: t`Votre nom`,
        },
        protocol: { imap: 'IMAP', pop3: 'POP3' },
        security: { tls: 'SSL/TLS', starttls: 'StartTLS', none: t`Aucune` },
        authentication: { password: t`Mot de passe normal`, 'cram-md5': t`Mot de passe chiffré`, none: t`Aucun` },
        role: {
          primary: step(t`C'est le premier compte de l'application, et les nouveaux messages partent de lui.`),
          additional: step(t`Vos autres comptes restent tels quels.`),
        },
        undo: step(t`Ouvrez les paramètres de ce compte ; à la fin du menu ⋮ se trouve :`, t`Supprimer le compte`),
        repair: step(
          t`Ouvrez les paramètres de ce compte et corrigez le nom d'utilisateur aux deux endroits, Serveur entrant et Serveur sortant.`,
        ),
      },
      gmail: {
        title: 'Gmail',
        about: t`L'application livrée avec la plupart des téléphones. Elle accepte aussi les messageries qui ne sont pas de Google ; Gmail dans le navigateur, non.`,
        start: {
          primary: [recalled(t`Ouvrez Gmail et touchez :`, 'OK', t`Ajouter une adresse e-mail`, t`Autre`)],
          additional: [
            recalled(
              t`Ouvrez Gmail et touchez (ou touchez votre photo, puis « Ajouter un autre compte », puis « Autre ») :`,
              '≡',
              t`Paramètres`,
              t`Ajouter un compte`,
              t`Autre`,
            ),
          ],
        },
        steps: {
          address: recalled(
            t`Saisissez votre adresse. Ne touchez pas Suivant, qui peut mener à une page de connexion de Google ou de Microsoft ; touchez :`,
            t`Configuration manuelle`,
          ),
          protocol: recalled(t`Choisissez le type de compte :`),
          password: recalled(t`Saisissez votre mot de passe, puis touchez :`, t`Suivant`),
          incoming: recalled(
            t`Sur la page « Paramètres du serveur entrant », votre adresse ou son début figure déjà comme nom d'utilisateur : remplacez-la. Laissez de côté les valeurs que l'application ne demande pas. Touchez ensuite :`,
            t`Suivant`,
          ),
          outgoing: recalled(
            t`Sur la page « Paramètres du serveur sortant », remplacez là aussi le nom d'utilisateur, puis touchez :`,
            t`Suivant`,
          ),
          options: recalled(t`Laissez les options du compte telles quelles, puis touchez :`, t`Suivant`),
          names: recalled(t`Donnez les noms que vous voulez voir, puis touchez :`, t`Suivant`),
        },
        labels: {
          address: t`Saisissez votre adresse e-mail`,
          password: t`Mot de passe`,
          incomingLogin: t`Nom d'utilisateur`,
          incomingHost: t`Serveur`,
          incomingPort: t`Port`,
          incomingSecurity: t`Type de sécurité`,
          signIn: t`Exiger une connexion`,
          outgoingLogin: t`Nom d'utilisateur`,
          outgoingPassword: t`Mot de passe`,
          outgoingHost: t`Serveur SMTP`,
          outgoingPort: t`Port`,
          outgoingSecurity: t`Type de sécurité`,
          accountName: t`Nom du compte`,
          name: t`Votre nom`,
        },
        protocol: { imap: t`Personnel (IMAP)`, pop3: t`Personnel (POP3)` },
        security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: t`Aucune` },
        role: {
          primary: recalled(
            t`Quand vous écrivez, choisissez l'expéditeur dans le champ De : Gmail préfère un compte Google, s'il y en a un.`,
          ),
          additional: recalled(
            t`Vos autres comptes restent tels quels. Pour écrire depuis celui-ci, choisissez-le dans le champ De : il ne devient jamais l'expéditeur par défaut.`,
          ),
        },
        undo: recalled(
          t`Dans les paramètres du téléphone, retirez ce compte :`,
          t`Paramètres`,
          t`Mots de passe et comptes`,
          t`Supprimer le compte`,
        ),
        repair: recalled(
          t`Ouvrez les paramètres de ce compte, puis ceux du serveur entrant et du serveur sortant :`,
          '≡',
          t`Paramètres`,
        ),
      },
      samsung: {
        title: 'Samsung Email',
        about: t`L'application « E-mail » des téléphones Samsung. Elle dit SSL pour SSL/TLS et TLS pour STARTTLS.`,
        start: {
          primary: [recalled(t`Ouvrez E-mail et touchez :`, t`Autre`)],
          additional: [recalled(t`Ouvrez E-mail et touchez :`, '≡', '⚙', t`Ajouter un compte`, t`Autre`)],
        },
        steps: {
          address: recalled(t`Saisissez votre adresse et votre mot de passe, puis touchez :`, t`Config. manuelle`),
          protocol: recalled(t`Choisissez le type de compte :`),
          incoming: recalled(
            t`Pour le serveur entrant, votre adresse figure peut-être déjà comme nom d'utilisateur : remplacez-la.`,
          ),
          outgoing: recalled(t`Plus bas, pour le serveur sortant, faites de même, puis touchez :`, t`Connexion`),
        },
        labels: {
          address: t`Adresse e-mail`,
          password: t`Mot de passe`,
          incomingLogin: t`Nom d'utilisateur`,
          incomingHost: t`Serveur IMAP (ou POP3)`,
          incomingSecurity: t`Type de sécurité`,
          incomingPort: t`Port`,
          outgoingHost: t`Serveur SMTP`,
          outgoingSecurity: t`Type de sécurité`,
          outgoingPort: t`Port`,
          signIn: t`Authentification requise avant l'envoi d'e-mails`,
          outgoingLogin: t`Nom d'utilisateur`,
          outgoingPassword: t`Mot de passe`,
        },
        protocol: { imap: t`Compte IMAP`, pop3: t`Compte POP3` },
        security: { tls: 'SSL', starttls: 'TLS', none: t`Aucun` },
        role: {
          primary: recalled(t`Pour que les nouveaux messages partent de ce compte : ≡ › ⚙ › Compte par défaut.`),
          additional: recalled(
            t`Vos autres comptes restent tels quels. Celui dont partent les nouveaux messages se choisit sous ≡ › ⚙ › Compte par défaut.`,
          ),
        },
        undo: recalled(t`Ouvrez ce compte dans les paramètres de l'application, puis touchez :`, t`Supprimer`),
        repair: recalled(
          t`Ouvrez ce compte dans les paramètres et corrigez le nom d'utilisateur des deux serveurs :`,
          '≡',
          '⚙',
        ),
      },
      fairemail: {
        title: 'FairEmail',
        about: t`Une application libre qui distingue le compte (avec quoi vous vous connectez) de l'identité (sous quoi vous écrivez). Son assistant peut essayer votre adresse comme identifiant : ne l'employez pas.`,
        start: {
          primary: [
            step(
              t`Ouvrez FairEmail. Sur la première page de ses paramètres, plus bas, touchez :`,
              t`Configuration manuelle et options des comptes`,
              t`Comptes`,
            ),
          ],
          additional: [
            step(
              t`Dans FairEmail, touchez :`,
              '≡',
              t`Paramètres`,
              t`Configuration manuelle et options des comptes`,
              t`Comptes`,
            ),
          ],
        },
        steps: {
          protocol: step(t`Touchez le bouton rond marqué d'un plus, puis :`),
          incoming: step(
            t`Choisissez « Personnalisé » sous « Fournisseur », et saisissez ces valeurs. L'indication au nom d'utilisateur parle d'une adresse ; c'est la valeur ci-dessous qui compte. Touchez ensuite :`,
            t`Vérifier`,
          ),
          check: step(t`Laissez « Ajouter une identité liée (serveur SMTP) » coché, puis touchez :`, t`Enregistrer`),
          identity: step(t`La page de l'identité s'ouvre. Saisissez ceci :`),
          outgoing: step(
            t`Plus bas sur la même page, saisissez ceci (si ces champs manquent, touchez « Avancé »). Touchez ensuite :`,
            t`Enregistrer`,
          ),
        },
        labels: {
          incomingHost: t`Nom d'hôte`,
          incomingSecurity: t`Chiffrement`,
          incomingPort: t`Numéro de port`,
          incomingLogin: t`Nom d'utilisateur`,
          incomingPassword: t`Mot de passe`,
          accountName: t`Nom du compte`,
          name: t`Votre nom`,
          address: t`Votre adresse e-mail`,
          outgoingHost: t`Nom d'hôte`,
          outgoingSecurity: t`Chiffrement`,
          outgoingPort: t`Numéro de port`,
          outgoingLogin: t`Nom d'utilisateur`,
          outgoingPassword: t`Mot de passe`,
        },
        protocol: { imap: 'IMAP', pop3: 'POP3' },
        security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: t`Aucun (non sécurisé)` },
        role: {
          primary: step(
            t`C'est le premier compte. Pour écrire depuis lui par défaut, vérifiez que « Principal » est coché dans le compte et dans l'identité, sous « Avancé ».`,
          ),
          additional: step(
            t`Vos autres comptes restent tels quels. Ne cochez « Principal » ni dans ce compte ni dans son identité.`,
          ),
        },
        undo: step(t`Choisissez ce compte, sous :`, '≡', t`Paramètres`, t`Supprimer un compte`),
        repair: step(
          t`Corrigez le nom d'utilisateur à deux endroits, sous « Comptes » et sous « Identités », dans :`,
          '≡',
          t`Paramètres`,
          t`Configuration manuelle et options des comptes`,
        ),
      },
      'outlook-android': {
        title: t`Outlook pour Android`,
        about: t`Attention : Outlook pour Android confie votre mot de passe et votre courrier à un service de Microsoft sur Internet. Beaucoup d'établissements l'interdisent : renseignez-vous avant de l'employer.`,
        start: {
          primary: [step(t`Ouvrez Outlook et touchez :`, t`Ajouter un compte`)],
          additional: [
            recalled(
              t`Ouvrez Outlook, touchez votre photo, puis :`,
              '⚙',
              t`Ajouter un compte`,
              t`Ajouter un compte de courrier`,
            ),
          ],
        },
        steps: {
          address: step(t`Saisissez votre adresse, puis touchez :`, t`Continuer`),
          provider: step(
            t`Si l'application affiche une page de connexion de Microsoft ou de Google, n'allez pas plus loin : touchez Ignorer, ou`,
            '?',
            t`Changer de fournisseur de compte`,
          ),
          protocol: step(t`Sous « Choisissez le type de compte », prenez dans la partie « Avancé » :`),
          advanced: step(t`Sur la page « Connexion à IMAP », activez :`, t`Paramètres avancés`),
          incoming: step(
            t`Sous « Serveur de courrier entrant IMAP », saisissez ces valeurs ; le port s'écrit après le nom d'hôte et deux-points.`,
          ),
          outgoing: step(t`Sous « Serveur de courrier sortant SMTP », faites de même.`),
          ports: recalled(
            t`Seulement si la page a des cases à part pour le port et la sécurité : retirez des noms d'hôte les deux-points et le port, et saisissez :`,
          ),
          done: step(t`En haut de la page, touchez :`, '✓'),
        },
        labels: {
          address: t`Adresse de courrier`,
          name: t`Nom complet`,
          accountName: t`Description`,
          incomingHostAndPort: t`Nom d'hôte IMAP`,
          incomingLogin: t`Nom d'utilisateur IMAP`,
          incomingPassword: t`Mot de passe IMAP`,
          outgoingHostAndPort: t`Nom d'hôte SMTP`,
          outgoingLogin: t`Nom d'utilisateur SMTP`,
          outgoingPassword: t`Mot de passe SMTP`,
          incomingPort: t`Port IMAP`,
          incomingSecurity: t`Sécurité IMAP`,
          outgoingPort: t`Port SMTP`,
          outgoingSecurity: t`Sécurité SMTP`,
        },
        protocol: { imap: 'IMAP', pop3: 'POP3' },
        security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: t`Aucune` },
        role: {
          primary: recalled(t`Pour que les nouveaux messages partent de ce compte : ⚙ › Mail › Compte par défaut.`),
          additional: recalled(
            t`Vos autres comptes restent tels quels. Celui dont partent les nouveaux messages se choisit sous ⚙ › Mail › Compte par défaut.`,
          ),
        },
        undo: recalled(
          t`Ouvrez ce compte dans les paramètres de l'application, puis touchez :`,
          t`Supprimer le compte`,
        ),
        repair: step(
          t`Outlook ne sait pas changer les serveurs d'un compte après coup : supprimez le compte dans les paramètres et ajoutez-le de nouveau avec les valeurs ci-dessus.`,
        ),
      },
      'mail-macos': {
        title: t`Mail sur Mac`,
        about: t`Le logiciel Mail de tous les Mac, avec macOS 14, 15 ou 26. Le profil fait tout d'un coup ; à la main, il faut empêcher Mail de prendre votre adresse pour l'identifiant.`,
        start: {
          primary: [
            recalled(
              t`Ouvrez Mail. Dans la liste des fournisseurs, choisissez le dernier :`,
              t`Autre compte Mail…`,
              t`Continuer`,
            ),
          ],
          additional: [
            recalled(t`Ouvrez Mail et choisissez dans les menus :`, 'Mail', t`Ajouter un compte…`),
            recalled(t`Dans la liste des fournisseurs, choisissez le dernier :`, t`Autre compte Mail…`, t`Continuer`),
          ],
        },
        steps: {
          address: recalled(
            t`Remplissez cette page. Maintenez ensuite la touche Option (⌥) enfoncée en cliquant sur ce qui suit, pour que Mail demande toutes les valeurs et n'en devine aucune :`,
            t`Se connecter`,
          ),
          account: recalled(
            t`Remplissez la page qui a davantage de cases. Mail l'affiche aussi après « Impossible de vérifier le nom du compte ou le mot de passe ». Votre adresse figure peut-être déjà comme nom d'utilisateur : remplacez-la. Cliquez ensuite sur :`,
            t`Se connecter`,
          ),
          apps: recalled(t`Ne laissez cochée que la case Mail, puis cliquez sur :`, t`Terminé`),
          settings: recalled(
            t`Regardez maintenant ce que Mail en a fait. Choisissez dans les menus :`,
            'Mail',
            t`Réglages…`,
            t`Comptes`,
          ),
          incoming: recalled(
            t`Choisissez ce compte, puis « Réglages du serveur ». Sous « Serveur de réception », décochez « Gérer automatiquement les réglages de connexion » et comparez :`,
          ),
          outgoing: recalled(
            t`Sous « Serveur d'envoi (SMTP) », faites de même. La case vaut aussi pour STARTTLS. S'il manque des cases, ouvrez « Modifier la liste des serveurs SMTP… » dans la liste des comptes à cet endroit. Cliquez ensuite sur :`,
            t`Enregistrer`,
          ),
        },
        labels: {
          name: t`Nom`,
          address: t`Adresse électronique`,
          password: t`Mot de passe`,
          protocol: t`Type de compte`,
          incomingLogin: t`Nom d'utilisateur`,
          incomingPassword: t`Mot de passe`,
          incomingHost: t`Serveur de réception`,
          incomingPort: t`Port`,
          incomingSecurity: t`Utiliser TLS/SSL`,
          incomingAuthentication: t`Authentification`,
          outgoingLogin: t`Nom d'utilisateur`,
          outgoingPassword: t`Mot de passe`,
          outgoingHost: t`Serveur d'envoi`,
          outgoingPort: t`Port`,
          outgoingSecurity: t`Utiliser TLS/SSL`,
          outgoingAuthentication: t`Authentification`,
        },
        protocol: { imap: 'IMAP', pop3: 'POP' },
        security: { tls: t`cochée`, starttls: t`cochée`, none: t`non cochée` },
        authentication: { password: t`Mot de passe`, 'cram-md5': t`Stim./réponse MD5`, none: t`Aucune` },
        role: {
          primary: step(t`C'est le premier compte de Mail, et les nouveaux messages partent de lui.`),
          additional: recalled(
            t`Vos autres comptes restent tels quels. Celui dont partent les nouveaux messages se choisit sous Mail › Réglages… › Rédaction › Envoyer les nouveaux messages depuis.`,
          ),
        },
        undo: recalled(
          t`Si vous avez installé le profil, supprimez-le, et le compte part avec lui : Réglages Système › Général › Gestion des appareils › le profil › –. Si vous l'avez fait à la main, choisissez ce compte dans la liste suivante et cliquez sur – :`,
          'Mail',
          t`Réglages…`,
          t`Comptes`,
        ),
        repair: recalled(
          t`Corrigez-le aux deux endroits, pour le serveur de réception et pour le serveur d'envoi. (Dans un compte venu du profil, ces cases sont grisées : là, seul le mot de passe peut être faux.)`,
          'Mail',
          t`Réglages…`,
          t`Comptes`,
          t`Réglages du serveur`,
        ),
        refusals: [
          trouble(
            t`« Impossible de vérifier le nom du compte ou le mot de passe »`,
            recalled(
              t`Mail a essayé votre adresse comme identifiant. Saisissez votre identifiant dans la case Nom d'utilisateur et cliquez sur :`,
              t`Se connecter`,
            ),
          ),
        ],
        troubles: [
          trouble(
            t`La boîte aux lettres apparaît deux fois`,
            recalled(
              t`Vous avez à la fois installé le profil et ajouté le compte à la main : retirez celui fait à la main.`,
            ),
          ),
        ],
      },
      'mail-ios': {
        title: t`Mail sur iPhone et iPad`,
        about: t`L'application Mail de tous les iPhone et iPad. Le profil fait tout d'un coup ; les étapes à la main sont celles d'iOS et iPadOS 18 et suivants, et disent ce qui était différent dans les versions 14 à 17.`,
        start: {
          primary: [recalled(t`Ouvrez Mail et choisissez, à la fin de la liste des fournisseurs :`, t`Autre`)],
          additional: [
            recalled(
              t`Ouvrez les réglages (iOS 14 à 17 : Réglages › Mail › Comptes › Ajouter un compte) :`,
              t`Réglages`,
              t`Apps`,
              'Mail',
              t`Comptes Mail`,
              t`Ajouter un compte`,
            ),
            recalled(t`À la fin de la liste des fournisseurs, choisissez :`, t`Autre`, t`Ajouter un compte Mail`),
          ],
        },
        steps: {
          address: recalled(t`Remplissez cette page, puis touchez :`, t`Suivant`),
          protocol: recalled(t`En haut de la page suivante, choisissez :`),
          incoming: recalled(t`Sous « Serveur de réception », saisissez :`),
          outgoing: recalled(
            t`Sous « Serveur d'envoi », saisissez ce qui suit, même là où il est écrit « Facultatif », et touchez Suivant. Si l'iPhone propose de continuer sans SSL, refusez et relisez les valeurs.`,
          ),
          apps: recalled(t`Ne laissez activé que Mail, puis touchez :`, t`Enregistrer`),
          incomingPort: recalled(
            t`Regardez maintenant ce que Mail en a fait (iOS 14 à 17 : Réglages › Mail › Comptes) et comparez :`,
            t`Réglages`,
            t`Apps`,
            'Mail',
            t`Comptes Mail`,
            t`ce compte`,
            t`Compte`,
            t`Avancé`,
          ),
          outgoingPort: recalled(
            t`Une page en arrière, faites de même pour le serveur d'envoi :`,
            'SMTP',
            t`Serveur principal`,
          ),
        },
        labels: {
          name: t`Nom`,
          address: t`Adresse e-mail`,
          password: t`Mot de passe`,
          accountName: t`Description`,
          incomingHost: t`Nom d'hôte`,
          incomingLogin: t`Nom d'utilisateur`,
          incomingPassword: t`Mot de passe`,
          incomingPort: t`Port du serveur`,
          incomingSecurity: t`Utiliser SSL`,
          incomingAuthentication: t`Authentification`,
          outgoingHost: t`Nom d'hôte`,
          outgoingLogin: t`Nom d'utilisateur`,
          outgoingPassword: t`Mot de passe`,
          outgoingPort: t`Port du serveur`,
          outgoingSecurity: t`Utiliser SSL`,
          outgoingAuthentication: t`Authentification`,
        },
        protocol: { imap: 'IMAP', pop3: 'POP' },
        security: { tls: t`activé`, starttls: t`activé`, none: t`désactivé` },
        authentication: { password: t`Mot de passe`, 'cram-md5': t`Stim./réponse MD5`, none: t`Aucune` },
        role: {
          primary: step(t`C'est le premier compte de Mail, et les nouveaux messages partent de lui.`),
          additional: recalled(
            t`Vos autres comptes restent tels quels. Celui dont partent les nouveaux messages se choisit sous Réglages › Apps › Mail › Compte par défaut (iOS 14 à 17 : Réglages › Mail › Compte par défaut).`,
          ),
        },
        undo: recalled(
          t`Si vous avez installé le profil, supprimez-le, et le compte part avec lui : Réglages › Général › VPN et gestion de l'appareil › le profil › Supprimer le profil. Si vous l'avez fait à la main (iOS 14 à 17 : Réglages › Mail › Comptes) :`,
          t`Réglages`,
          t`Apps`,
          'Mail',
          t`Comptes Mail`,
          t`ce compte`,
          t`Supprimer le compte`,
        ),
        repair: recalled(
          t`Ouvrez ce compte sous Réglages › Apps › Mail › Comptes Mail (iOS 14 à 17 : Réglages › Mail › Comptes) et corrigez le nom d'utilisateur sous Compte ; faites-le ensuite pour le serveur d'envoi, celui qu'on oublie souvent :`,
          'SMTP',
          t`Serveur principal`,
          t`Nom d'utilisateur`,
        ),
        refusals: [
          trouble(
            t`L'iPhone dit que le courrier ne peut pas être reçu, ou que le nom d'utilisateur ou le mot de passe est incorrect`,
            recalled(
              t`Le nom d'utilisateur est votre adresse, souvent pour l'envoi seulement. Corrigez-le ici :`,
              'SMTP',
              t`Serveur principal`,
              t`Nom d'utilisateur`,
            ),
          ),
        ],
        troubles: [
          trouble(
            t`La page des serveurs n'apparaît pas`,
            recalled(t`L'iPhone croit connaître votre fournisseur et a deviné. Annulez et utilisez le profil.`),
          ),
          trouble(
            t`« Connexion impossible via SSL »`,
            recalled(
              t`Refusez de continuer sans SSL : votre mot de passe circulerait sans protection. Comparez les noms d'hôte à ceux ci-dessous.`,
            ),
          ),
          trouble(
            t`Le profil n'est plus dans les réglages`,
            recalled(t`L'iPhone ne le garde que 8 minutes : téléchargez-le de nouveau.`),
          ),
        ],
      },
      'outlook-365': {
        ...outlookControlPanel,
        title: t`Outlook pour Microsoft 365 (classique)`,
        about: t`L'Outlook d'un abonnement Microsoft 365, appelé « Outlook (classique) » dans le menu Démarrer. Si un bouton « Nouvel Outlook » est activé en haut à droite, vous avez le nouveau, qui a sa propre page. L'assistant d'Outlook ne demande jamais l'identifiant : les étapes passent donc par le Panneau de configuration.`,
      },
      'outlook-2024': {
        ...outlookControlPanel,
        title: 'Outlook 2024',
        about: t`${outlookVersion} Aucun fichier ne le fait à votre place : d'après des témoignages, celui des autres versions n'a pas d'effet dans Outlook 2024.`,
      },
      'outlook-2021': { ...outlookControlPanel, title: 'Outlook 2021', about: outlookVersion },
      'outlook-2019': { ...outlookControlPanel, title: 'Outlook 2019', about: outlookVersion },
      'outlook-2016': {
        ...outlookControlPanel,
        title: 'Outlook 2016',
        about: t`La version que vous avez figure sous Fichier › Compte Office. Dans la plupart des éditions, l'assistant d'Outlook ne demande jamais l'identifiant : les étapes passent donc par le Panneau de configuration, qui le demande dans toutes.`,
        steps: {
          ...outlookControlPanel.steps,
          advancedIncoming: step(
            t`Sous l'onglet « Options avancées », saisissez ceci pour le serveur entrant : d'abord le chiffrement, ensuite le port, car choisir l'un modifie l'autre. Outlook 2016 dit SSL pour SSL/TLS, et TLS pour STARTTLS ; ses éditions plus récentes disent SSL/TLS et STARTTLS.`,
          ),
        },
        security: { tls: 'SSL', starttls: 'TLS', none: t`Aucun` },
      },
      'outlook-2013': {
        ...outlookWizard,
        title: 'Outlook 2013',
        about: t`La version que vous avez figure sous Fichier › Compte Office.`,
        start: {
          primary: [
            recalled(
              t`Démarrez Outlook. Après la page de bienvenue, il demande s'il faut se connecter à un compte de messagerie :`,
              t`Oui`,
              t`Suivant`,
            ),
          ],
          additional: [step(t`Ouvrez Outlook et cliquez sur :`, t`Fichier`, t`Informations`, t`Ajouter un compte`)],
        },
        steps: {
          ...outlookWizard.steps,
          advancedIncoming: step(
            t`Sous l'onglet « Options avancées », saisissez ceci pour le serveur entrant : d'abord le chiffrement, ensuite le port, car choisir l'un modifie l'autre. Outlook 2013 dit SSL pour SSL/TLS, et TLS pour STARTTLS.`,
          ),
        },
        security: { tls: 'SSL', starttls: 'TLS', none: t`Aucun` },
        undo: recalled(
          t`Choisissez ce compte dans la liste suivante, puis cliquez sur Supprimer :`,
          t`Fichier`,
          t`Paramètres du compte`,
          t`Paramètres du compte…`,
        ),
        repair: recalled(
          t`Choisissez ce compte dans la liste suivante, cliquez sur Modifier… et corrigez le nom d'utilisateur ; regardez ensuite aussi « Serveur sortant » sous Paramètres supplémentaires… :`,
          t`Fichier`,
          t`Paramètres du compte`,
          t`Paramètres du compte…`,
        ),
      },
      'outlook-new': {
        title: t`Outlook pour Windows (nouveau)`,
        about: t`L'Outlook fourni avec Windows 11, dans le menu Démarrer sous « Outlook » ou « Outlook (nouveau) ». Attention : il confie votre mot de passe et votre courrier à un service de Microsoft sur Internet. Beaucoup d'établissements l'interdisent : renseignez-vous avant de l'employer.`,
        start: {
          primary: [recalled(t`Ouvrez Outlook : il affiche de lui-même la page pour ajouter un compte.`)],
          additional: [
            recalled(
              t`Ouvrez Outlook, cliquez sur l'engrenage en haut à droite, puis sur :`,
              t`Comptes`,
              t`Vos comptes`,
              t`Ajouter un compte`,
            ),
          ],
        },
        steps: {
          address: recalled(
            t`Saisissez votre adresse, puis cliquez (dans certaines versions, sur Suivant) sur :`,
            t`Continuer`,
          ),
          protocol: recalled(t`Dans la liste des fournisseurs, choisissez :`),
          incoming: recalled(
            t`Saisissez le mot de passe et les valeurs du serveur entrant. Si les cases n'y sont pas, cliquez sur « Afficher plus ».`,
          ),
          outgoing: recalled(
            t`Saisissez les valeurs du serveur sortant, puis cliquez (dans certaines versions, sur Continuer) sur :`,
            t`Suivant`,
          ),
        },
        labels: {
          address: t`Adresse e-mail`,
          incomingPassword: t`Mot de passe`,
          incomingHost: t`Serveur entrant IMAP`,
          incomingPort: t`Port`,
          incomingSecurity: t`Type de connexion sécurisée`,
          outgoingLogin: t`Nom d'utilisateur SMTP`,
          outgoingPassword: t`Mot de passe SMTP`,
          outgoingHost: t`Serveur sortant SMTP`,
          outgoingPort: t`Port`,
          outgoingSecurity: t`Type de connexion sécurisée`,
        },
        protocol: { imap: 'IMAP', pop3: 'POP' },
        security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: t`Aucune` },
        role: {
          primary: step(t`C'est le premier compte d'Outlook, et les nouveaux messages partent de lui.`),
          additional: step(t`Vos autres comptes restent tels quels, et le compte principal ne change pas.`),
        },
        undo: recalled(
          t`Choisissez ce compte dans la liste suivante, puis cliquez sur Gérer et Supprimer :`,
          t`Paramètres`,
          t`Comptes`,
          t`Vos comptes`,
        ),
        repair: recalled(
          t`Supprimez le compte et ajoutez-le de nouveau avec les valeurs ci-dessous :`,
          t`Paramètres`,
          t`Comptes`,
          t`Vos comptes`,
        ),
        instead: recalled(
          t`Outlook classique sait le faire : ouvrez « Outlook (classique) » dans le menu Démarrer et suivez la page de sa version. Pour y revenir depuis le nouveau, désactivez en haut à droite de la fenêtre :`,
          t`Nouvel Outlook`,
        ),
      },
      'outlook-mac': {
        title: t`Outlook pour Mac`,
        about: t`Outlook 2016 et les suivants sur Mac. Les versions récentes vont parfois chercher votre courrier par un service de Microsoft sur Internet : si Outlook propose pour ce compte une connexion directe, choisissez-la.`,
        start: {
          primary: [step(t`Ouvrez Outlook : il demande de lui-même une adresse.`)],
          additional: [
            step(t`Ouvrez Outlook et choisissez dans les menus :`, t`Outils`, t`Comptes`, '+', t`Nouveau compte`),
          ],
        },
        steps: {
          address: step(t`Saisissez votre adresse, puis cliquez sur :`, t`Continuer`),
          provider: step(t`Choisissez le type de fournisseur :`, 'IMAP/POP'),
          incoming: step(
            t`Saisissez ces valeurs. Votre adresse figure peut-être déjà comme nom d'utilisateur : remplacez-la.`,
          ),
          outgoing: step(
            t`Plus bas, saisissez celles du serveur sortant. La case vaut aussi pour STARTTLS. Cliquez ensuite sur :`,
            t`Ajouter un compte`,
          ),
          ownLogin: recalled(
            t`Votre identifiant pour envoyer en est un autre : rouvrez ce compte dans la liste des comptes et saisissez-le pour le serveur sortant :`,
          ),
        },
        labels: {
          address: t`Adresse de courrier`,
          protocol: t`Type de compte`,
          incomingLogin: t`Nom d'utilisateur`,
          incomingPassword: t`Mot de passe`,
          incomingHost: t`Serveur entrant`,
          incomingPort: t`Port du serveur entrant`,
          incomingSecurity: t`Utiliser SSL pour se connecter`,
          outgoingHost: t`Serveur sortant`,
          outgoingPort: t`Port du serveur sortant`,
          outgoingSecurity: t`Utiliser SSL pour se connecter`,
          outgoingLogin: t`Nom d'utilisateur pour envoyer`,
          outgoingPassword: t`Mot de passe pour envoyer`,
        },
        protocol: { imap: 'IMAP', pop3: 'POP' },
        security: { tls: t`cochée`, starttls: t`cochée`, none: t`non cochée` },
        role: {
          primary: step(t`C'est le premier compte d'Outlook, et les nouveaux messages partent de lui.`),
          additional: recalled(
            t`Votre compte par défaut le reste. Il ne change que par « Définir par défaut », dans le menu « … » de la liste des comptes.`,
          ),
        },
        undo: recalled(
          t`Dans la liste des comptes, choisissez celui-ci, puis cliquez sur :`,
          t`Outils`,
          t`Comptes`,
          '–',
        ),
        repair: recalled(
          t`Choisissez ce compte dans la liste et corrigez le nom d'utilisateur :`,
          t`Outils`,
          t`Comptes`,
          t`Nom d'utilisateur`,
        ),
        troubles: [
          trouble(
            t`Le menu Outils ne contient pas Comptes`,
            recalled(
              t`Dans les versions récentes, la liste des comptes se trouve ici :`,
              'Outlook',
              t`Réglages…`,
              t`Comptes`,
              '+',
            ),
          ),
          trouble(
            t`Outlook ouvre une page de connexion de Microsoft 365 ou d'Exchange`,
            recalled(
              t`Il prend votre adresse pour une adresse de Microsoft. N'allez pas plus loin et cherchez :`,
              t`Ce n'est pas Exchange ?`,
              'IMAP/POP',
            ),
          ),
        ],
      },
      'outlook-ios': {
        title: t`Outlook pour iPhone et iPad`,
        about: t`Attention : Outlook pour iPhone et iPad confie votre mot de passe et votre courrier à un service de Microsoft sur Internet. Beaucoup d'établissements l'interdisent : renseignez-vous avant de l'employer. Mail, présent sur chaque iPhone, ne le fait pas.`,
        start: {
          primary: [recalled(t`Ouvrez Outlook et touchez :`, t`Ajouter un compte`)],
          additional: [
            step(
              t`Ouvrez Outlook, touchez votre photo ou la maison en haut à gauche, l'engrenage, puis :`,
              t`Comptes`,
              t`Ajouter un compte`,
              t`Compte de courrier`,
            ),
          ],
        },
        steps: {
          address: step(t`Saisissez votre adresse, puis touchez :`, t`Ajouter un compte`),
          provider: step(
            t`Si la page s'intitule Exchange, ou demande une connexion à Microsoft ou à Google, n'allez pas plus loin et touchez :`,
            '?',
            t`Changer de fournisseur de compte`,
          ),
          protocol: step(t`Choisissez le type de compte :`),
          advanced: step(t`Cochez :`, t`Paramètres avancés`),
          incoming: step(t`Saisissez les valeurs du serveur entrant.`),
          outgoing: step(t`Saisissez les valeurs du serveur sortant, puis touchez :`, t`Connexion`),
        },
        labels: {
          address: t`Adresse de courrier`,
          name: t`Nom complet`,
          accountName: t`Description`,
          incomingHost: t`Nom d'hôte IMAP`,
          incomingPort: t`Port IMAP`,
          incomingSecurity: t`Sécurité du port`,
          incomingLogin: t`Nom d'utilisateur IMAP`,
          incomingPassword: t`Mot de passe IMAP`,
          outgoingHost: t`Nom d'hôte SMTP`,
          outgoingPort: t`Port SMTP`,
          outgoingSecurity: t`Sécurité du port`,
          outgoingLogin: t`Nom d'utilisateur SMTP`,
          outgoingPassword: t`Mot de passe SMTP`,
        },
        protocol: { imap: 'IMAP', pop3: 'POP3' },
        security: { tls: 'SSL', starttls: 'STARTTLS', none: t`Aucune` },
        role: {
          primary: step(t`C'est le premier compte d'Outlook, et les nouveaux messages partent de lui.`),
          additional: recalled(
            t`Vos autres comptes restent tels quels. Celui dont partent les nouveaux messages se choisit dans les paramètres, sous Mail › Compte par défaut.`,
          ),
        },
        undo: recalled(
          t`Dans les paramètres de l'application, ouvrez ce compte sous Comptes, puis touchez :`,
          t`Supprimer le compte`,
        ),
        repair: step(
          t`Dans les paramètres de l'application, ouvrez ce compte sous Comptes, puis touchez :`,
          t`Modifier les informations de connexion`,
        ),
      },
    },
  },

  clawsMail: {
    install: {
      title: t`Installation pour Claws Mail`,
      use: t`Fermez Claws Mail, ouvrez un terminal dans ce dossier et lancez : sh install.sh. Le compte s'ajoute à ceux que vous avez, qui restent tels quels, et une copie de sauvegarde est gardée. Démarrez ensuite Claws Mail ; il demande votre mot de passe. Relancez le script si les serveurs changent. Un Claws Mail venu de Flathub garde ses comptes dans ~/.var/app/org.claws_mail.Claws-Mail, où ce script ne va pas : configurez-le à la main.`,
    },
    remove: {
      title: t`Retrait de Claws Mail`,
      use: t`Fermez Claws Mail et lancez : sh remove.sh. Le script reprend ce qu'install.sh a ajouté ; vos messages restent sur le serveur.`,
    },
    accountrc: {
      title: t`Fichier de compte pour un nouvel utilisateur de Claws Mail`,
      use: t`Pour l'ordinateur de cette seule personne, que vous préparez : mettez-le dans /etc/skel/.claws-mail, avec le folderlist.xml d'un Claws Mail déjà démarré une fois, avant que la personne ne le démarre. Il nomme la personne et ne contient aucun mot de passe.`,
    },
    script: {
      first: t`votre administrateur a préparé un premier compte : démarrez Claws Mail une fois, fermez-le, puis relancez ce script ; rien n'a été modifié`,
      twice: t`cette boîte y est déjà, configurée à la main : gardez-la, ou supprimez ce compte dans Claws Mail et relancez ce script ; rien n'a été modifié`,
      installed: ({ address }) =>
        t`C'est fait : Claws Mail a le compte ${address}. Il demande le mot de passe au démarrage.`,
    },
  },

  evolution: {
    install: {
      title: t`Installation pour Evolution`,
      use: t`Fermez Evolution, ouvrez un terminal dans ce dossier et lancez : sh install.sh. Le compte s'ajoute à ceux que vous avez. Evolution demande votre mot de passe, et le garde dans le trousseau si vous le voulez. Relancez le script si les serveurs changent. Un Evolution venu de Flathub garde ses comptes dans ~/.var/app/org.gnome.Evolution, où ce script ne va pas : configurez-le à la main.`,
    },
    remove: {
      title: t`Retrait d'Evolution`,
      use: t`Fermez Evolution et lancez : sh remove.sh. Le script reprend ce qu'install.sh a ajouté ; vos messages restent sur le serveur.`,
    },
    autoconfig: {
      title: t`Compte Evolution pour un ordinateur que vous administrez`,
      use: t`Pour l'ordinateur de cette seule personne : copiez les trois fichiers du dossier autoconfig dans /etc/xdg/evolution-data-server/autoconfig. Toute personne qui utilise l'ordinateur reçoit le compte à sa prochaine connexion ; un fichier que vous remplacez est repris, et si vous les supprimez, le compte disparaît. Un Evolution venu de Flathub n'y regarde pas.`,
    },
    script: {
      installed: ({ address }) =>
        t`C'est fait : Evolution a le compte ${address}. Il demande le mot de passe à l'ouverture. Si vous n'avez jamais choisi de compte par défaut, faites-le dans les préférences d'Evolution, sous les comptes de messagerie.`,
    },
  },

  geary: {
    install: {
      title: t`Installation pour Geary`,
      use: t`Fermez Geary, ouvrez un terminal dans ce dossier et lancez : sh install.sh. Le compte s'ajoute après ceux que vous avez. Geary demande votre mot de passe et le garde dans le trousseau. Relancez le script si les serveurs changent. Un Geary venu de Flathub garde ses comptes dans ~/.var/app/org.gnome.Geary, où ce script ne va pas : ajoutez le compte dans Geary, avec les valeurs à saisir à la main.`,
    },
    remove: {
      title: t`Retrait de Geary`,
      use: t`Fermez Geary et lancez : sh remove.sh. Le script reprend ce qu'install.sh a ajouté ; vos messages restent sur le serveur.`,
    },
    script: {
      installed: ({ address }) =>
        t`C'est fait : Geary a le compte ${address}. Il demande le mot de passe au démarrage.`,
      twice: t`cette boîte y est déjà, configurée à la main : gardez-la, ou supprimez ce compte dans Geary et relancez ce script ; rien n'a été modifié`,
      later: t`Geary supprimera ses propres copies de vos messages à sa prochaine utilisation.`,
    },
  },

  linux: {
    messages: {
      usage: t`ce script ne prend pas d'argument : lancez-le sans rien ajouter`,
      home: t`ce n'est pas le dossier d'une personne : définissez HOME`,
      unwritable: t`écriture impossible ici : faites de la place ou autorisez l'écriture, puis recommencez ; rien n'a été modifié`,
      unreadable: t`lecture impossible : autorisez-la, puis recommencez ; rien n'a été modifié`,
      link: t`ce lien ne mène nulle part : retirez-le ou corrigez-le, puis recommencez ; rien n'a été modifié`,
      notFile: t`ce n'est pas un fichier : déplacez-le, puis recommencez ; rien n'a été modifié`,
      damaged: t`la partie entre « # >>> facteur » et « # <<< facteur » est incomplète ou présente deux fois : corrigez-la à la main, puis recommencez ; rien n'a été modifié`,
      left: t`notre compte s'y trouve hors des lignes entre « # >>> facteur » et « # <<< facteur », ou est encore lu d'ici : retirez cela à la main, puis recommencez ; rien n'a été modifié`,
      busy: t`un autre de ces scripts est en cours d'exécution : attendez qu'il se termine, puis recommencez ; rien n'a été modifié`,
      lineBreak: t`ce chemin contient un saut de ligne : choisissez-en un autre, puis recommencez ; rien n'a été modifié`,
      linked: t`ce fichier portait aussi un autre nom (lien physique) ; ce qui porte ce nom reste tel quel`,
      failed: t`L'opération a échoué, et ce qui avait été fait a été défait.`,
    },
    running: ({ program }) =>
      t`${program} est en cours d'exécution : fermez-le, puis recommencez ; rien n'a été modifié`,
    kept: t`Ce que vous aviez modifié dans notre partie est conservé dans ce dossier :`,
    removed: t`C'est fait : ce qui avait été installé ici est retiré. Vos messages restent.`,
    absent: t`Il n'y avait rien à retirer.`,
  },

  terminal: {
    places: {
      neomutt: t`dans ~/.config/neomutt/, à lire par « source » dans neomuttrc`,
      mutt: t`dans ~/.config/mutt/, à lire par « source » dans muttrc`,
      msmtp: t`à la fin de ~/.msmtprc ou de ~/.config/msmtp/config`,
      isync: t`à la fin de ~/.mbsyncrc, après une ligne vide`,
      aerc: t`à la fin de ~/.config/aerc/accounts.conf, que personne d'autre ne doit pouvoir lire (chmod 600)`,
      himalaya: t`à la fin de ~/.config/himalaya/config.toml`,
    },
    start: {
      neomutt: ({ id }) => `neomutt -e "source ~/.config/neomutt/${id}.rc"`,
      mutt: ({ id }) => `mutt -e "source ~/.config/mutt/${id}.rc"`,
      msmtp: ({ id }) => `msmtp -a ${id}`,
      isync: ({ id }) => `mbsync ${id}`,
      aerc: () => 'aerc',
      himalaya: ({ id }) => `himalaya envelopes list -a ${id}`,
    },
    install: ({ program, start, primary }) => ({
      title: t`Configurer ${program}`,
      use: t`Dans un terminal, dans ce dossier : sh install.sh. Le compte s'ajoute à ceux que vous avez${primary ? t`, et ne devient le premier que s'il n'y en a pas d'autre` : t` et laisse votre compte habituel tel qu'il est`}. Ensuite : ${start}`,
    }),
    remove: ({ program }) => ({
      title: t`Retirer le compte de ${program}`,
      use: t`Dans un terminal, dans ce dossier : sh remove.sh. Vos fichiers redeviennent ce qu'ils étaient ; ce que vous avez modifié depuis est conservé.`,
    }),
    config: ({ program, place }) => ({
      title: t`Configuration pour ${program}, à placer soi-même`,
      use: t`Pour qui tient soi-même sa configuration : elle se met ${place}. Le mot de passe vient du trousseau du bureau (secret-tool).`,
    }),
    done: ({ program, start }) => t`${program} est configuré. Pour l'utiliser : ${start}`,
    store: t`Rangez une fois le mot de passe dans le trousseau de votre bureau ; chaque ligne vous le demandera :`,
    prompt: ({ program }) => t`${program} vous demandera le mot de passe.`,
    defaultKept: ({ program }) => t`${program} avait déjà un compte : c'est lui qui reste le compte habituel.`,
    keyringMissing: t`ce programme manque, et le mot de passe ne peut pas être demandé autrement : installez-le (Debian, Ubuntu : apt install libsecret-tools), puis recommencez ; rien n'a été modifié`,
    folderTaken: t`ce dossier contient des messages d'un autre logiciel, que mbsync enverrait tous au serveur : déplacez-le, puis recommencez ; rien n'a été modifié`,
    toml: {
      broken: t`ce fichier n'est pas du TOML lisible : corrigez-le, puis recommencez ; rien n'a été modifié`,
      inline: t`tous les comptes y sont entre une seule paire d'accolades, où rien ne peut s'ajouter : écrivez chacun sous [accounts.NOM], puis recommencez ; rien n'a été modifié`,
    },
    taken: ({ account }) =>
      t`ce fichier contient un compte ${account} qui ne vient pas d'ici : renommez-le ou retirez-le, puis recommencez ; rien n'a été modifié`,
    quoting: t`Mutt ne sait pas lire un chemin avec de tels signes : donnez une autre valeur à XDG_CONFIG_HOME ; rien n'a été modifié`,
    tooOld: t`il faut la version 2 ou une plus récente, dont la configuration est différente : mettez-la à jour, puis recommencez ; rien n'a été modifié`,
  },

  page: {
    role: {
      additional: t`Vous ajoutez cette boîte aux lettres à celles que vous avez. Elle ne devient pas la principale, et rien ne change pour les autres.`,
      primary: t`C'est votre première boîte aux lettres dans ce logiciel ; elle y devient la principale.`,
    },
    toRole: {
      additional: t`Vous avez déjà une autre boîte aux lettres dans ce logiciel ? Voyez les étapes qui la laissent à sa place.`,
      primary: t`C'est votre première boîte aux lettres dans ce logiciel ? Voyez les étapes pour ce cas.`,
    },
    anotherAddress: t`Une autre adresse`,
    onPhone: t`Sur votre téléphone`,
    onPhoneText: t`Visez ce code avec l'appareil photo du téléphone : cette page s'y ouvre.`,
    onPhoneCode: t`Code QR qui ouvre cette page sur le téléphone`,
    skip: t`Aller au contenu`,
    languages: t`Langues`,
    forPerson: ({ name }) => t`Pour ${name}`,
    address: t`Votre adresse : on vous y écrit`,
    wireAddress: ({ address }) => t`les logiciels l'écrivent ${address}`,
    login: t`Identifiant`,
    loginIncoming: t`Identifiant pour recevoir`,
    loginOutgoing: t`Identifiant pour envoyer`,
    logins: {
      same: () =>
        t`Votre identifiant est votre adresse : saisissez-la partout où un logiciel demande un nom d'utilisateur ou un identifiant, pour le serveur entrant comme pour le serveur sortant.`,
      differs: ({ address, incoming }) =>
        t`Votre identifiant n'est pas votre adresse. Partout où un logiciel demande un nom d'utilisateur, un identifiant ou un compte, pour le serveur entrant comme pour le serveur sortant, saisissez « ${incoming} ». Là seulement où il demande votre adresse électronique, saisissez « ${address} ». Les logiciels recopient volontiers l'adresse au mauvais endroit : si le mot de passe est refusé, c'est presque toujours la raison.`,
      several: ({ address, incoming, outgoing }) =>
        t`Vous avez deux identifiants : « ${incoming} » pour le serveur entrant et « ${outgoing} » pour le serveur sortant. Là seulement où un logiciel demande votre adresse électronique, saisissez « ${address} ». Les logiciels recopient volontiers une valeur partout : si le mot de passe est refusé, c'est presque toujours la raison.`,
    },
    noPassword: t`Aucun de ces fichiers ne contient de mot de passe. Votre logiciel vous le demandera ; ne l'envoyez jamais à qui vous le demande par message.`,
    receiving: { imap: t`Réception (IMAP)`, pop3: t`Réception (POP3)` },
    sending: t`Envoi (SMTP)`,
    calendar: t`Agenda (CalDAV)`,
    contacts: t`Contacts (CardDAV)`,
    exchange: 'Exchange',
    directory: t`Annuaire (LDAP)`,
    searchBase: t`Base de recherche`,
    server: t`Serveur`,
    port: t`Port`,
    link: t`Adresse (URL)`,
    securityLabel: t`Sécurité`,
    security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: t`aucune (non chiffré)` },
    authenticationLabel: t`Authentification`,
    authentication: {
      password: t`mot de passe (normal)`,
      'cram-md5': t`mot de passe chiffré (CRAM-MD5)`,
      ntlm: 'NTLM',
      gssapi: 'Kerberos (GSSAPI)',
      oauth2: t`OAuth 2.0 (dans le navigateur)`,
      none: t`aucune`,
    },
    or: t` ou `,
  },

  home: {
    title: t`Configurer votre messagerie`,
    intro: t`Saisissez votre adresse ou votre identifiant : vous obtiendrez les fichiers et les étapes pour votre appareil, avec vos propres valeurs.`,
    who: t`Votre adresse électronique ou votre identifiant`,
    whoHint: ({ example }) => t`Par exemple ${example}.`,
    role: t`Dans le logiciel que vous voulez configurer`,
    roles: {
      additional: t`j'ai déjà une autre boîte aux lettres, qui doit rester la principale`,
      primary: t`c'est ma première boîte aux lettres`,
    },
    submit: t`Continuer`,
    noPassword: t`Ne saisissez pas votre mot de passe ici : cette page n'en a jamais besoin.`,
    privacy: t`Ce que vous saisissez ne sert qu'à fabriquer vos fichiers. Rien n'est conservé, et personne ne vérifie si l'adresse existe. Ni cookie, ni suivi.`,
    problemTitle: t`Cela n'a pas fonctionné.`,
    problems: {
      missing: t`Saisissez votre adresse ou votre identifiant.`,
      tooLong: t`C'est trop long pour une adresse ou un identifiant.`,
      nobody: t`C'est le nom qu'Evolution emploie pour ne désigner personne. Saisissez votre propre adresse.`,
      unknownPage: t`Cette page n'existe pas. Saisissez votre adresse pour commencer.`,
      unknownFile: t`Cette boîte aux lettres n'a pas de fichier de ce nom. Saisissez votre adresse pour voir ceux qu'elle a.`,
    },
  },

  overview: {
    title: ({ address }) => t`Votre messagerie ${address}`,
    intro: t`Choisissez votre appareil, puis votre logiciel : sa page commence par le plus rapide et donne chaque étape avec vos propres valeurs.`,
    otherLogins: t`Pour l'agenda, les contacts ou Exchange seulement, vous avez un autre identifiant : il figure dans leur tableau, sous « À la main ».`,
    devices: t`Choisissez votre appareil`,
    likely: t`le vôtre, semble-t-il`,
    sites: t`Dans le navigateur, sans rien installer`,
    open: ({ title }) => t`Ouvrir : ${title}`,
    file: t`Fichier :`,
    files: t`Fichiers :`,
    versions: t`Quelles versions l'acceptent, et comment on le sait`,
    others: t`Autres façons de faire`,
    otherPrograms: t`Autres applications`,
    byHand: t`À la main`,
    byHandIntro: t`Pour tout autre logiciel, et là où un logiciel pose la question : voici les valeurs à saisir. S'il y a plusieurs serveurs du même genre, le premier suffit.`,
    leftOut: t`Ce qui n'a pas pu être préparé`,
    leftOutIntro: t`Ces logiciels ne peuvent pas recevoir cette messagerie. Chaque ligne dit pourquoi et que faire.`,
    leftOutOf: ({ program, title }) => t`${program} – ${title} :`,
    links: t`Aide et compte`,
    webmail: t`Webmail : lire et écrire dans le navigateur, sans rien configurer`,
    portal: t`Portail du compte : activer et gérer le compte`,
    passwordRecovery: t`Mot de passe perdu`,
    administrators: t`Pour les administrateurs`,
    administratorsIntro: t`Vous n'avez pas besoin de ces fichiers pour configurer votre propre logiciel.`,
    nothing: ({ webmail }) =>
      webmail
        ? t`Aucun fichier n'a pu être préparé pour cette messagerie. Servez-vous des valeurs ci-dessous, ou du webmail.`
        : t`Aucun fichier n'a pu être préparé pour cette messagerie. Servez-vous des valeurs ci-dessous.`,
    made: ({ provider }) =>
      t`Fait avec Facteur pour ${provider}. Cette page ne demande pas de connexion et ne charge rien.`,
  },

  onboarding: {
    title: t`Obtenir votre compte`,
    overviewLink: t`Compte, mot de passe, première visite : pas à pas`,
    home: t`Les fichiers pour vos appareils`,
    whose: t`Choisissez votre messagerie.`,
    none: t`Vous n'avez pas encore de compte, ou vous en avez perdu le mot de passe ?`,
    noneLink: t`Obtenir un compte, pas à pas`,
    contents: t`Sur cette page`,
    logins: {
      same: t`Votre adresse est aussi votre identifiant : avec elle et le mot de passe, vous vous connectez.`,
      differs: t`Ce sont deux choses différentes : avec l'identifiant et le mot de passe, vous vous connectez ; à l'adresse, on vous écrit.`,
      several: t`Ce sont trois choses différentes : avec un identifiant et le mot de passe, vous vous connectez ; à l'adresse, on vous écrit.`,
    },
    sections: {
      activation: t`Activer le compte`,
      password: t`Choisir le mot de passe`,
      recovery: t`Mot de passe perdu`,
      webmail: t`Première visite au webmail`,
      notes: t`À retenir`,
      links: t`Aide`,
    },
    prepare: t`À préparer`,
    steps: t`Pas à pas`,
    seeRules: t`Voir les règles du mot de passe`,
    rulesTitle: t`Ce qui est demandé`,
    rules: {
      length: ({ minimumLength }) => t`Au moins ${minimumLength} caractères`,
      lowercase: () => t`Une lettre minuscule (a à z)`,
      uppercase: () => t`Une lettre majuscule (A à Z)`,
      digit: () => t`Un chiffre (0 à 9)`,
      special: ({ specials }) =>
        specials === ''
          ? t`Un caractère spécial, c'est-à-dire ni lettre ni chiffre`
          : t`Un caractère spécial de la liste ci-dessous`,
      characters: ({ specials }) =>
        specials.includes(' ')
          ? t`Seulement des lettres sans accent, des chiffres et les caractères spéciaux de la liste : ni é, ni €`
          : t`Seulement des lettres sans accent, des chiffres et les caractères spéciaux de la liste : ni é, ni €, ni espace`,
      names: () =>
        t`Ni votre prénom ni votre nom, même avec des caractères remplacés : Dup0nt ou D*pont, c'est encore Dupont`,
      digitRun: ({ from, to }) =>
        to > from
          ? t`Pas de suite de ${from} à ${to} chiffres, comme dans une date (01012000) ; une suite plus longue est refusée aussi`
          : t`Pas de suite de ${from} chiffres ou plus, comme dans une date`,
    },
    specials: t`Caractères spéciaux admis`,
    space: t`espace`,
    ownNotes: t`Ce qu'aucune vérification ne peut voir`,
    never: t`Ne donnez votre mot de passe à personne et ne l'envoyez jamais par message.`,
    check: {
      title: t`Essayer un mot de passe ici`,
      intro: t`Seul votre navigateur regarde ce que vous tapez : rien n'est envoyé, rien n'est gardé.`,
      namesRead: t`Le mot de passe ne doit contenir ni votre prénom ni votre nom. Ils ont été lus dans l'adresse : corrigez-les au besoin.`,
      namesAsked: t`Le mot de passe ne doit contenir ni votre prénom ni votre nom : indiquez-les, et cela aussi sera vérifié.`,
      first: t`Prénom`,
      last: t`Nom`,
      password: t`Mot de passe à essayer`,
      show: t`Afficher le mot de passe`,
      kept: t`Fait`,
      broken: t`Pas encore`,
      all: t`Ce mot de passe respecte toutes les règles que l'on peut vérifier ici.`,
      some: t`Ce mot de passe ne respecte pas encore toutes les règles : voyez la liste.`,
    },
  },

  cli: {
    usage: t`facteur <commande> — la configuration de tous les logiciels de courrier, même quand l'identifiant n'est pas l'adresse`,
    seeHelp: t`voir facteur --help`,
    generalOptions: t`Options générales :`,
    noCommand: t`il manque une commande`,
    givenTwice: ({ option }) => t`${option} est donné deux fois`,
    takesNoValue: ({ option }) => t`${option} est une bascule et ne prend pas de valeur`,
    meant: ({ suggestion }) => t`vouliez-vous écrire ${suggestion} ?`,
    unknownVariable: ({ name, suggestion }) =>
      suggestion === ''
        ? t`La variable ${name} ne signifie rien pour Facteur : facteur serve --help nomme celles qui comptent`
        : t`La variable ${name} ne signifie rien pour Facteur : vouliez-vous écrire ${suggestion} ?`,
    unwritten: ({ reason }) =>
      t`la sortie standard ne peut pas être écrite (${reason}) : faites de la place, ou dirigez-la ailleurs`,
    defect: ({ version }) => t`Un défaut de Facteur ${version} lui-même : merci de le signaler avec ce qui suit.`,
    commands: {
      generate: t`Écrit les fichiers de tous les logiciels de courrier pour une ou plusieurs personnes`,
      explain: t`Montre un compte et d'où vient chaque valeur`,
      clients: t`Liste ce qui peut être produit, pour quels appareils et quelles versions`,
      serve: t`Répond par HTTP aux logiciels de courrier qui cherchent leur configuration, et aux personnes qui cherchent la leur`,
    },
    options: {
      who: t`Une adresse ou un identifiant`,
      profile: t`Id d'un profil, fichier YAML, ou dossier de profils (répétable ; sans cela : tous ceux de Facteur)`,
      client: t`Seulement ce logiciel (répétable ; voir facteur clients)`,
      out: t`Dossier qui reçoit un dossier par adresse`,
      name: t`Nom de la personne, tel que les autres le verront`,
      role: t`additional : une boîte de plus, qui ne doit pas devenir la principale ; primary : la première boîte`,
      'dry-run': t`Dit ce qui serait écrit, et n'écrit rien`,
      force: t`Remplace un dossier existant dont le contenu diffère`,
      example: t`Si personne n'est nommé : l'exemple du profil, qu'un terminal obtient aussi sans cette option`,
      ...signOptions,
      templates,
      'sign-time': t`Date et heure de signature, comme 2026-11-22T10:00:00Z (sinon : maintenant) ; une clé RSA redonne alors les mêmes fichiers`,
      lang: t`Langue des messages et des fichiers`,
      json: t`Répond en JSON sur la sortie standard`,
    },
    whoDefault: t`dans un terminal, l'exemple du profil`,
    examplesTitle: t`Exemples :`,
    examples: {
      generate: {
        command: 'facteur generate marie.curie@ods.services --name "Marie Curie"',
        does: t`tout pour une personne`,
      },
      generateClient: {
        command: 'facteur generate prenom.nom@cnrs.fr --client outlook --out bundles',
        does: t`pour Outlook seulement`,
      },
      explain: { command: 'facteur explain prenom.nom@cnrs.fr', does: t`quelle règle a donné quelle valeur` },
      explainJson: { command: 'facteur explain prenom.nom@ods.services --json', does: t`la même chose pour un script` },
      clients: { command: 'facteur clients', does: t`logiciels, fichiers et versions` },
      clientsJson: { command: 'facteur clients --json', does: t`la même chose pour un script` },
      serve: { command: 'facteur serve', does: t`sur cet ordinateur, http://127.0.0.1:8080` },
      serveProxy: {
        command: 'facteur serve --workers auto --trusted-proxy 127.0.0.1',
        does: t`sur tous les cœurs, derrière un serveur web de cet ordinateur`,
      },
    },
    serve: {
      variable: ({ name }) => t`(ou ${name})`,
      options: {
        host: t`Adresse d'écoute ; 0.0.0.0 pour tous les réseaux, :: pour IPv6 aussi`,
        port: t`Port d'écoute ; 0 pour un port libre`,
        profile: t`Id d'un profil, fichier YAML, ou dossier de profils (répétable ; sans cela : tous ceux de Facteur)`,
        'canonical-host': t`Hôte dont le certificat convient : ce qui est demandé en HTTP simple ou sous d'autres noms y est envoyé`,
        'tls-cert': t`Certificat avec sa chaîne, PEM ; relu quand il change`,
        'tls-key': t`Sa clé privée, PEM, que les autres ne doivent pas pouvoir lire`,
        ...signOptions,
        templates,
        workers: t`Processus qui se partagent le travail ; auto : un par cœur`,
        'trusted-proxy': t`Adresse d'un mandataire dont on croit X-Forwarded-For, -Proto et -Host, ou Forwarded (répétable), par exemple 10.0.0.5 ; un réseau, comme 10.0.0.0/28, seulement si personne d'autre ne s'y trouve : chacun y dit lui-même qui il est`,
        'metrics-host': t`Adresse pour les compteurs`,
        'metrics-port': t`Port qui montre les compteurs pour Prometheus sous /metrics ; sans cela, rien n'est compté`,
        'rate-limit': t`Requêtes par minute pour chaque client (une adresse IPv4, un /64 IPv6) et processus, dont un quart d'un coup ; une page d'une boîte compte pour 4, un profil Apple pour 2 ; 0 : sans limite`,
        'log-level': t`debug (chaque requête, sans chemin ni adresse), info, warn, error ou silent`,
        'body-limit': t`Octets du corps d'une requête`,
        'header-timeout': t`Secondes pour envoyer les en-têtes, et d'abord pour convenir de TLS`,
        'request-timeout': t`Secondes pour envoyer une requête entière`,
        'idle-timeout': t`Secondes pendant lesquelles une connexion inutilisée reste ouverte`,
        'proxy-idle-timeout': t`De même pour les connexions d'un mandataire : plus longtemps qu'il ne les garde (nginx 60 s, répartiteurs de charge jusqu'à 600 s)`,
        'answer-timeout': t`Secondes pour recevoir une réponse entière`,
        'stop-timeout': t`Secondes laissées aux requêtes en cours quand le serveur s'arrête`,
        'max-connections': t`Connexions simultanées, pour chaque processus`,
        'connections-per-client': t`Connexions simultanées pour chaque client (une adresse IPv4, un /64 IPv6) et chaque processus, hors mandataires de confiance ; 0 : sans limite`,
      },
      log: {
        listening: ({ url }) => t`écoute sur ${url}`,
        metrics: ({ url }) => t`compteurs pour Prometheus : ${url}`,
        stopping: t`arrêt : les requêtes en cours peuvent finir, le prochain signal les coupe`,
        stopped: t`arrêté`,
        reloaded: t`profils, modèles, certificat et clé de signature relus`,
        kept: t`les nouveaux profils, modèles, certificat ou clé de signature sont invalides : les anciens restent`,
        endsSoon: ({ name, date, days }) =>
          t`le certificat de signature « ${name} » expire le ${date}, dans ${String(days)} jours : renouvelez-le ; ensuite, plus aucun profil Apple n'est remis`,
        ended: t`un certificat de signature a expiré : aucun profil Apple n'est remis tant qu'il n'y en a pas un nouveau`,
        refusals: t`requêtes ou connexions refusées dans la dernière minute`,
        defect: t`une requête a échoué à cause d'un défaut de Facteur`,
        crash: t`arrêt à cause d'un défaut de Facteur`,
        workerDied: ({ seconds }) => t`un processus est mort ; un autre démarre dans ${seconds} s`,
        unnamedProxy: t`un mandataire que personne n'a nommé transmet des requêtes (elles portent X-Forwarded-… et viennent d'une adresse privée) : pour nous, tous ses utilisateurs sont un seul client, et leur https est du http. Nommez son adresse : --trusted-proxy 127.0.0.1, ou ::1, s'il tourne sur cet ordinateur`,
        silentProxy: t`un mandataire de confiance ne dit pas qui demande : tous ses utilisateurs sont un seul client, qui demande trop souvent. Faites-lui envoyer X-Forwarded-For (nginx : proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for)`,
        wideProxy: ({ value }) =>
          t`tout ${value} est cru comme mandataire : chaque ordinateur y dit lui-même qui il est, et échappe ainsi aux limites. Ne nommez que les adresses des mandataires`,
        lost: ({ count }) => t`${String(count)} lignes de ce journal sont perdues : personne ne les a lues à temps`,
      },
    },
    yargs: {
      'Commands:': t`Commandes :`,
      'Positionals:': t`Arguments :`,
      'Options:': t`Options :`,
      'Show help': t`Affiche cette aide`,
      'Show version number': t`Affiche la version`,
      'default:': t`par défaut :`,
      'choices:': t`au choix :`,
      string: t`texte`,
      boolean: t`bascule`,
      array: t`liste`,
      required: t`obligatoire`,
      'Invalid values:': t`valeur incorrecte :`,
      'Argument: %s, Given: %s, Choices: %s': t`--%s vaut %s, valeurs possibles : %s`,
      'Not enough arguments following: %s': t`--%s demande une valeur`,
      'Missing required argument: %s': plural(t`il manque un argument : %s`),
      'Not enough non-option arguments: got %s, need at least %s': plural(
        t`il manque un argument : %s donné, %s nécessaire`,
      ),
      'Too many non-option arguments: got %s, maximum of %s': plural(t`trop d'arguments : %s donnés, %s au plus`),
      'Unknown argument: %s': plural(t`option ou argument inconnu : %s`),
      'Unknown command: %s': plural(t`commande inconnue : %s`),
    },
    sign: {
      passphrase: ({ file }) => t`Phrase secrète de ${file}`,
      endsSoon: ({ name, date, days }) =>
        t`Le certificat de signature « ${name} » expire le ${date}, dans ${String(days)} jours : renouvelez-le. Les appareils diront ensuite non vérifié ce qu'il a signé.`,
    },
    usingExample: ({ example }) => t`Personne n'est nommé : voici l'exemple du profil, ${example}.`,
    bundle: ({ address, login, folder, change }) => t`${address} (identifiant ${login}) → ${folder} — ${change}`,
    changes: { created: t`écrit`, unchanged: t`déjà là, inchangé`, replaced: t`remplacé` },
    recovered: {
      restored: ({ path }) =>
        t`Une exécution précédente a été interrompue pendant le remplacement de ${path} : le dossier qui s'y trouvait est remis en place.`,
      removed: ({ path }) => t`${path}, dossier de travail d'une exécution interrompue, est supprimé.`,
    },
    wouldRecover: {
      restored: ({ path }) =>
        t`Une exécution précédente a été interrompue pendant le remplacement de ${path} : le dossier qui s'y trouvait serait remis en place.`,
      removed: ({ path }) => t`${path}, dossier de travail d'une exécution interrompue, serait supprimé.`,
    },
    wouldChange: { created: t`serait écrit`, unchanged: t`déjà là, inchangé`, replaced: t`serait remplacé` },
    steps: ({ page }) => t`Les étapes pour chaque appareil : ${page}`,
    administrators: t`Pour les administrateurs`,
    leftOut: t`Laissé de côté, faute de pouvoir l'exprimer`,
    nothingMade: t`Rien n'a pu être produit pour les logiciels demandés.`,
    none: t`(aucun)`,
    origins: {
      person: () => t`donné`,
      'read-backwards': ({ rule }) => t`règle d'identifiant ${rule}, lue à l'envers`,
      'service-rule': ({ rule }) => t`règle du service : ${rule}`,
      'domain-rule': ({ rule }) => t`règle du domaine : ${rule}`,
      'provider-rule': ({ rule }) => t`règle de l'établissement : ${rule}`,
      address: () => t`aucune règle : l'adresse`,
      profile: ({ file }) => file,
      default: () => t`par défaut`,
    },
    guide: t`étapes à la main`,
    audiences: { user: t`pour la personne`, admin: t`pour les administrateurs`, server: t`pour un serveur` },
  },
};

function appleSignature(signed: boolean): string {
  return signed
    ? t`nomme le signataire du profil et affiche « Vérifié » s'il se fie à cette signature ; s'il affiche « Non vérifié », demandez à votre service de messagerie avant de continuer.`
    : t`affiche « Non signé », car le profil ne porte pas de signature.`;
}

function appleAuthority(authority: boolean): string {
  return authority
    ? t` Si un iPhone ou iPad dit ensuite ne pas pouvoir vérifier le serveur, activez le certificat dans Réglages › Général › Informations › Réglages des certificats.`
    : '';
}
