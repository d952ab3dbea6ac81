import { either } from '../../words/text.ts';
import { translate } from '../../words/words.ts';
import { packageNames } from './package-names.ts';
import { en } from './words.en.ts';

const { install, tidy } = packageNames.fr;

export const fr = translate(en, {
  conditions: {
    classic: 'classique',
    newOne: 'le nouveau',
  },
  installPackage: {
    title: 'Installation pour Outlook sous Windows',
    use: `Faites un clic droit dessus et choisissez Extraire tout, puis fermez Outlook et double-cliquez sur « ${install} » dans le nouveau dossier ; aucun droit d'administrateur n'est nécessaire. Si Windows affiche « Windows a protégé votre ordinateur », cliquez sur Informations complémentaires, puis sur Exécuter quand même ; s'il affiche un avertissement de sécurité, cliquez sur Exécuter. Pour éviter les deux : avant d'extraire, clic droit sur install.zip, Propriétés, cochez Débloquer et validez par OK. Le script dit ensuite quoi faire dans Outlook. Si Outlook ne demande alors que l'adresse, n'allez pas plus loin : configurez le compte à la main. Dès que le compte fonctionne, double-cliquez sur « ${tidy} », dans le même dossier : jusque-là, il répond pour tout compte en {domain}. Il ne sert qu'à Outlook classique, pas au nouvel Outlook.`,
  },
  installCommand: {
    title: "Installation, tirée d'install.zip",
    use: 'Double-cliquez dessus, Outlook fermé, avec autodiscover.xml dans le même dossier. Si Windows affiche « Windows a protégé votre ordinateur », cliquez sur Informations complémentaires, puis sur Exécuter quand même. Il dit ensuite quoi faire.',
  },
  removeCommand: {
    title: "Nettoyage, tiré d'install.zip",
    use: `Double-cliquez dessus dès que le compte fonctionne dans Outlook, ou pour renoncer : il retire exactement ce que « ${install} » a réglé, ou dit ce qu'il laisse et pourquoi. Si Windows affiche « Windows a protégé votre ordinateur », cliquez sur Informations complémentaires, puis sur Exécuter quand même. Votre compte et vos messages restent.`,
  },
  autodiscover: {
    title: 'Réglages que lit Outlook',
    use: `Laissez-le à côté de « ${install} », qui le copie à sa place. Il n'y a rien à ouvrir.`,
  },
  installPowershell: {
    title: 'Script pour administrateurs (PowerShell)',
    use: "Fait comme install.zip, en un seul fichier, pour un script d'ouverture de session : dans la session de la personne, pas sous SYSTEM, Outlook fermé (powershell.exe -NoProfile -ExecutionPolicy Bypass -File install.ps1 ; avec -WhatIf il annonce seulement). Relancez-le avec -Remove dès que le compte fonctionne : jusque-là, il répond pour tout compte en {domain}, et un compte Exchange y perd les disponibilités et les réponses automatiques d'absence. Aucun de nos tests ne l'a exécuté dans PowerShell.",
  },
  installRegistry: {
    title: 'Valeurs de registre pour administrateurs',
    use: `Placez d'abord autodiscover.xml en {path}, où personne d'autre ne peut écrire ; fusionnez ensuite ce fichier dans la session de la personne et redémarrez Outlook. Il ne regarde pas avant d'écrire : il remplace un chemin déjà réglé pour le domaine. Mieux vaut install.zip, qui se passe d'un emplacement fixe, garde ce qui existait, cherche les stratégies qui l'interdisent et défait un travail inachevé. Ce que ce fichier règle pour tous les comptes, « ${tidy} » le laisse et le nomme, car nul ne sait ce qui s'y trouvait avant. Remettez-le par téléchargement, pas en pièce jointe, et fusionnez remove.reg dès que le compte fonctionne.`,
  },
  removeRegistry: {
    title: 'Retrait des valeurs de registre',
    use: `Fusionnez-le dès que le compte fonctionne : jusque-là, Outlook se sert du fichier pour tout compte du domaine. Il ne regarde pas avant de supprimer : les valeurs qu'install.reg a écrites disparaissent, même si votre organisme les avait réglées lui-même ou si un autre compte du domaine y a son chemin, et aucune clé. Mieux vaut « ${tidy} », qui regarde. Supprimez ensuite autodiscover.xml.`,
  },
  profile: {
    title: 'Fichier de profil Outlook pour administrateurs',
    use: 'Fermez Outlook, puis lancez : outlook.exe /importprf "C:\\dossier\\account.prf" (un double-clic ne fait rien). Il crée un profil à part, « {name} », n\'en modifie aucun autre, et ne fait rien si ce profil existe ; outlook.exe /profiles permet de le choisir. Microsoft le documente jusqu\'à Outlook 2013 et le déconseille ensuite. Remettez-le par téléchargement, pas en pièce jointe.',
  },
  intuneDetect: {
    title: 'Correction pour Intune (Outlook classique)',
    use: "Script de détection ; intune-remediate.ps1 est le script de correction qui va avec. Sous Appareils › Scripts et corrections, choisissez les informations d'identification de la personne connectée, aucune vérification de signature, PowerShell 64 bits, et attribuez-le à cette seule personne : les scripts contiennent son identifiant. Il attend qu'Outlook soit fermé et réessaie à l'exécution suivante. Quand le compte fonctionne, mettez fin à l'attribution et attribuez le retrait. Aucun de nos tests ne l'a exécuté dans PowerShell ou Intune.",
  },
  intuneRemediate: {
    title: 'Script de correction pour Intune',
    use: 'Va avec intune-detect.ps1 : fait comme install.zip, sans question, et se termine par 0 ou 1.',
  },
  intuneRemoveDetect: {
    title: 'Retrait par Intune (Outlook classique)',
    use: "Script de détection ; intune-remove.ps1 est le script de correction qui va avec, avec les mêmes réglages. Attribuez-le quand le compte fonctionne, après avoir mis fin à l'autre attribution, qui réglerait tout de nouveau : jusqu'au retrait, le fichier répond pour tout compte du domaine.",
  },
  intuneRemove: {
    title: 'Script de retrait pour Intune',
    use: 'Va avec intune-remove-detect.ps1 : retire exactement ce qui a été réglé, et se termine par 0 ou 1.',
  },
  groupPolicyRegistry: {
    title: 'Valeurs de registre par stratégie de groupe (Outlook classique)',
    use: "Ce qu'install.zip règle, pour une stratégie de groupe (GPO) : copiez le texte et collez-le sous Configuration utilisateur › Préférences › Paramètres Windows › Registre, puis faites de même avec Files.xml. Il n'agit que pour la personne dont l'entrée dans l'Active Directory porte cette adresse (mail ou proxyAddresses) : les éléments de plusieurs personnes peuvent donc figurer dans une même stratégie. Une adresse secondaire de proxyAddresses compte aussi : si un successeur ou un suppléant l'y porte, retirez (proxyAddresses=…) de la condition, sinon il reçoit l'identifiant de cette personne. Quand le compte fonctionne, retirez les éléments, ou la personne de la stratégie : Windows supprime alors les valeurs, même si votre organisme les avait réglées lui-même. Avec des profils itinérants, il ne le fait pas (Microsoft KB 3060859 : la liste de ce qu'il faut retirer reste sur chaque ordinateur) : donnez alors aux éléments l'action Supprimer, et retirez-les plus tard.",
  },
  groupPolicyFiles: {
    title: 'Le fichier vers lequel elles pointent, par stratégie de groupe',
    use: "Va avec Registry.xml, sous Configuration utilisateur › Préférences › Paramètres Windows › Fichiers : copie autodiscover.xml dans le dossier de la personne et le retire quand l'élément ne s'applique plus, sur un ordinateur où il s'est appliqué ; les adresses secondaires de proxyAddresses comptent ici aussi. Placez d'abord autodiscover.xml en {path}, ou changez fromPath pour un partage à vous où seuls les administrateurs peuvent écrire.",
  },
  androidManaged: {
    title: 'Outlook pour Android sur appareils gérés',
    use: either(
      'modern',
      "Pour le compte Exchange. Dans Intune : Applications › Configuration › Appareils gérés › Android Enterprise › Outlook › Entrer des données JSON ; ailleurs, recopiez les clés et les valeurs dans le formulaire d'Outlook. Attribuez-le à cette seule personne, car les valeurs sont les siennes ; l'application ouvre la page de connexion, et ne demande aucun mot de passe. Pour plusieurs personnes, remplacez les valeurs par des variables équivalentes de votre console ; attention, l'identifiant (EmailUPN) peut différer de l'adresse.",
      "Pour le compte Exchange. Dans Intune : Applications › Configuration › Appareils gérés › Android Enterprise › Outlook › Entrer des données JSON ; ailleurs, recopiez les clés et les valeurs dans le formulaire d'Outlook. Attribuez-le à cette seule personne, car les valeurs sont les siennes ; l'application demande le mot de passe. Pour plusieurs personnes, remplacez les valeurs par des variables équivalentes de votre console ; attention, l'identifiant (EmailUPN) peut différer de l'adresse.",
    ),
  },
  iosManaged: {
    title: 'Outlook pour iPhone et iPad sur appareils gérés',
    use: either(
      'modern',
      "Pour le compte Exchange : la configuration d'application que votre gestion d'appareils envoie avec Outlook. Dans Intune : Applications › Configuration › Appareils gérés › iOS › Outlook › Entrer des données XML, de <dict> à </dict>. Attribuez-la à cette seule personne, car les valeurs sont les siennes ; l'application ouvre la page de connexion, et ne demande aucun mot de passe. Un appareil qui n'est pas géré ne la prend pas.",
      "Pour le compte Exchange : la configuration d'application que votre gestion d'appareils envoie avec Outlook. Dans Intune : Applications › Configuration › Appareils gérés › iOS › Outlook › Entrer des données XML, de <dict> à </dict>. Attribuez-la à cette seule personne, car les valeurs sont les siennes ; l'application demande le mot de passe. Un appareil qui n'est pas géré ne la prend pas.",
    ),
  },
  macManaged: {
    title: 'Outlook pour Mac sur ordinateurs gérés',
    use: "Un profil de configuration pour votre gestion d'appareils, dans le canal de l'utilisateur : à sa première ouverture, Outlook propose d'ajouter cette adresse. Il ne fait rien de plus, car Outlook pour Mac n'a de réglage ni pour les serveurs ni pour l'identifiant : la personne saisit l'identifiant s'il n'est pas l'adresse. Si votre organisme règle AllowedEmailDomains, le domaine de l'adresse doit y figurer.",
  },
  macDescription:
    "À sa première ouverture, Outlook propose d'ajouter {address}. Le profil ne contient ni serveur, ni identifiant, ni mot de passe.",
  script: {
    running: 'Outlook est ouvert. Fermez-le, puis relancez ce fichier.',
    conflict: `Rien n'a été modifié : Outlook a déjà pour {domain} un fichier qui n'est pas celui-ci. S'il appartient à un autre compte installé de cette façon, lancez d'abord son « ${tidy} » (ou remove.cmd) ; sinon, demandez à votre administrateur. Réglage actuel :`,
    policy:
      "Rien n'a été modifié : une stratégie de votre organisme empêche Outlook de lire ce fichier, ou d'ajouter un compte de ce type. Seul votre administrateur peut la changer. Stratégie :",
    failed:
      "L'installation a échoué, et ce qui était commencé a été défait. Votre organisme interdit peut-être de modifier le registre : demandez à votre administrateur, ou configurez le compte à la main.",
    installed: 'Outlook est prêt pour votre adresse en {domain}.',
    hazard:
      "N'oubliez pas le nettoyage : jusque-là, ce fichier répond pour tout compte en {domain} dans votre Outlook, et un compte Exchange y perdrait les disponibilités des autres et ses réponses automatiques d'absence.",
    removed: "C'est fait : Outlook est comme avant. Votre compte et vos messages restent.",
    shared:
      "C'est fait pour ce compte. Des valeurs communes à tous les comptes restent, car un autre compte installé de cette façon en a besoin : elles partiront avec son retrait. Votre compte et vos messages restent.",
    kept: "Ce dossier reste, car il contient quelque chose qui n'appartient pas à ce compte :",
    absent: "Il n'y avait rien à retirer.",
    left: "Ce qui avait été réglé pour ce compte est retiré. Ces valeurs restent, car rien n'indique qui les a réglées : peut-être votre organisme. Elles ne changent que la façon dont Outlook ajoute des comptes, et votre administrateur peut les supprimer :",
    leftover: "Quelque chose n'a pas pu être retiré. Relancez ce fichier, ou demandez à votre administrateur.",
  },
  command: {
    usage:
      'La seule option est /quiet : aucune question, aucun mot sauf si quelque chose ne va pas. Le code de sortie donne le résultat.',
    missing: [
      "Extrayez d'abord le ZIP, puis lancez ce fichier dans le nouveau dossier.",
      "En effet, autodiscover.xml n'est pas à côté de ce fichier : il n'y est pas quand on ouvre un ZIP sans l'extraire.",
    ],
    mismatch:
      "Le fichier autodiscover.xml placé à côté n'est pas celui qui va avec lui, pour votre adresse en {domain} : c'est celui d'un autre compte, ou il a été modifié. Mettez tous les fichiers d'un même compte, tels quels, dans un dossier à part, puis recommencez.",
    next: [
      "1. Ouvrez Outlook. S'il n'a encore aucun compte, il en demande un de lui-même ; sinon, choisissez Fichier, Ajouter un compte.",
      "2. Saisissez votre nom, votre adresse de messagerie et votre mot de passe. Outlook trouve tout le reste, y compris l'identifiant, qui n'est pas toujours l'adresse.",
      `3. Quand tout marche, double-cliquez sur « ${tidy} ».`,
      `Si Outlook ne demande que l'adresse (c'est le cas du nouvel Outlook, et peut-être d'Outlook 2024), n'allez pas plus loin : il essaierait l'adresse comme identifiant. Fermez-le, double-cliquez sur « ${tidy} », et suivez les étapes à la main.`,
    ],
  },
  powershell: {
    system: "Ce script s'exécute dans la session d'une personne : lancez-le sous son compte, pas sous SYSTEM.",
    next: "La personne ouvre Outlook, choisit Fichier, Ajouter un compte (s'il n'a encore aucun compte, Outlook le demande de lui-même), et saisit nom, adresse et mot de passe. Quand le compte fonctionne, relancez ce script avec -Remove.",
  },
  intune: {
    next: "La personne ouvre Outlook, choisit Fichier, Ajouter un compte (s'il n'a encore aucun compte, Outlook le demande de lui-même), et saisit nom, adresse et mot de passe. Quand le compte fonctionne, mettez fin à cette attribution et attribuez le retrait.",
    missing: "Outlook n'est pas prêt.",
    remaining: 'Il y a quelque chose à retirer.',
  },
  problems: {
    'outlook.no-password': either(
      'person',
      "par ce fichier, Outlook pour Windows ne se connecte qu'avec un mot de passe, et {hosts} n'en accepte pas : prenez un autre logiciel, ou le webmail s'il y en a un",
      "Outlook pour Windows ne sait s'authentifier que par mot de passe, et {hosts} ne l'accepte pas ({methods}) : autorisez « password » pour un serveur du profil, ou prenez un autre logiciel",
    ),
    'outlook.profile-security':
      "un fichier de profil Outlook ne sait demander que TLS dès le premier octet, et {host} n'offre que STARTTLS ou rien : prenez install.zip, ou mettez dans le profil un serveur en « tls »",
    'outlook.profile-ascii':
      "un fichier de profil Outlook ne contient que des lettres sans accent, et « {value} » en contient d'autres : prenez install.zip, ou écrivez-le sans elles",
  },
});
