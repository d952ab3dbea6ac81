#Requires -Version 3.0
# Remediation script, for intune-detect.ps1. Exit codes: 0 done, 1 not done, and the output says why.
# Intune › Devices › Scripts and remediations › Remediations. Run this script using the logged-on credentials: Yes. Enforce script signature check:
# No. Run script in 64-bit PowerShell: Yes (32-bit does the same: HKEY_CURRENT_USER\Software\Microsoft\Office is one for both).

[CmdletBinding(SupportsShouldProcess = $true)]
param()

$Remove = $false
$intune = $true
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$domain = 'cnrs.fr'
$versions = @('15.0', '16.0')
$root = Join-Path -Path ([Environment]::GetFolderPath('LocalApplicationData')) -ChildPath 'Facteur'
$shared = Join-Path -Path $root -ChildPath 'outlook'
$folder = Join-Path -Path $shared -ChildPath 'cnrs-b7888edd'
$target = Join-Path -Path $folder -ChildPath 'autodiscover.xml'

function Get-KeyPath([string] $Version, [string] $Key) {
    return "HKCU:\Software\Microsoft\Office\$Version\Outlook\$Key"
}

function Get-Value([string] $Path, [string] $Name) {
    if (-not (Test-Path -LiteralPath $Path)) { return $null }
    return (Get-Item -LiteralPath $Path).GetValue($Name, $null)
}

$ending = '\Facteur\outlook\' + 'cnrs-b7888edd' + '\autodiscover.xml'

# Ours is also what install.reg or a profile folder that has moved since left behind.
function Test-Ours([string] $Path) {
    return $Path.EndsWith($ending, [StringComparison]::OrdinalIgnoreCase)
}

$xml = @(
    '<?xml version="1.0" encoding="utf-8"?>'
    '<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">'
    '  <Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a">'
    '    <User>'
    '      <DisplayName>Prénom Nom</DisplayName>'
    '      <AutoDiscoverSMTPAddress>prenom.nom@cnrs.fr</AutoDiscoverSMTPAddress>'
    '    </User>'
    '    <Account>'
    '      <AccountType>email</AccountType>'
    '      <Action>settings</Action>'
    '      <Protocol>'
    '        <Type>IMAP</Type>'
    '        <Server>imap.cnrs.fr</Server>'
    '        <Port>993</Port>'
    '        <LoginName>prenom.nom@ods.services</LoginName>'
    '        <DomainRequired>off</DomainRequired>'
    '        <SPA>off</SPA>'
    '        <SSL>on</SSL>'
    '        <Encryption>SSL</Encryption>'
    '        <AuthRequired>on</AuthRequired>'
    '      </Protocol>'
    '      <Protocol>'
    '        <Type>SMTP</Type>'
    '        <Server>smtp.cnrs.fr</Server>'
    '        <Port>587</Port>'
    '        <LoginName>prenom.nom@ods.services</LoginName>'
    '        <DomainRequired>off</DomainRequired>'
    '        <SPA>off</SPA>'
    '        <SSL>on</SSL>'
    '        <Encryption>TLS</Encryption>'
    '        <AuthRequired>on</AuthRequired>'
    '        <UsePOPAuth>on</UsePOPAuth>'
    '        <SMTPLast>off</SMTPLast>'
    '      </Protocol>'
    '    </Account>'
    '  </Response>'
    '</Autodiscover>'
)
$settings = @(
    @{ Version = '15.0'; Key = 'AutoDiscover'; Name = 'PreferLocalXML' }
    @{ Version = '16.0'; Key = 'AutoDiscover'; Name = 'PreferLocalXML' }
    @{ Version = '16.0'; Key = 'Setup'; Name = 'DisableOffice365SimplifiedAccountCreation' }
)

# The versions that have been used here; before the first start of Outlook, when none has left a trace, both.
function Get-UsedVersion {
    $used = @($versions | Where-Object {
        $key = "HKCU:\Software\Microsoft\Office\$_\Outlook"
        (Test-Path -LiteralPath $key) -and (((Get-Item -LiteralPath $key).ValueCount + (Get-Item -LiteralPath $key).SubKeyCount) -gt 0)
    })
    if ($used.Count -eq 0) { return $versions }
    return $used
}

$before = Join-Path -Path $root -ChildPath 'outlook-before'
$texts = @{
    System    = 'Ce script s’’exécute dans la session d’’une personne : lancez-le sous son compte, pas sous SYSTEM.'
    Running   = 'Outlook est ouvert. Fermez-le, puis relancez ce fichier.'
    Conflict  = 'Rien n’’a été modifié : Outlook a déjà pour cnrs.fr un fichier qui n’’est pas celui-ci. S’’il appartient à un autre compte installé de cette façon, lancez d’’abord son remove.cmd ; sinon, demandez à votre administrateur. Réglage actuel :'
    Failed    = 'L’’installation a échoué, et ce qui était commencé a été défait. Votre organisme interdit peut-être de modifier le registre : demandez à votre administrateur, ou configurez le compte à la main.'
    Installed = 'Outlook est prêt pour votre adresse en cnrs.fr. La personne ouvre Outlook, choisit Fichier, Ajouter un compte (s’’il n’’a encore aucun compte, Outlook le demande de lui-même), et saisit nom, adresse et mot de passe. Quand le compte fonctionne, mettez fin à cette attribution et attribuez le retrait.'
    Hazard    = 'N’’oubliez pas le nettoyage : jusque-là, ce fichier répond pour tout compte en cnrs.fr dans votre Outlook, et un compte Exchange y perdrait les disponibilités des autres et ses réponses automatiques d’’absence.'
    Removed   = 'C’’est fait : Outlook est comme avant. Votre compte et vos messages restent.'
    Absent    = 'Il n’’y avait rien à retirer.'
    Leftover  = 'Quelque chose n’’a pas pu être retiré. Relancez ce fichier, ou demandez à votre administrateur.'
}

function Stop-WithText([string] $Text, [int] $Code) {
    # Intune knows 0 and 1, and takes words on the error stream for a script that broke.
    if ($intune) {
        Write-Output $Text
        exit 1
    }
    [Console]::Error.WriteLine($Text)
    exit $Code
}

# New-Item -Force on a key that is there would empty it.
function Set-Value([string] $Path, [string] $Name, [object] $Value, [string] $Type) {
    if (-not $PSCmdlet.ShouldProcess("$Path\$Name", 'Set')) { return }
    if (-not (Test-Path -LiteralPath $Path)) { New-Item -Path $Path -Force -Confirm:$false | Out-Null }
    New-ItemProperty -LiteralPath $Path -Name $Name -Value $Value -PropertyType $Type -Force -Confirm:$false | Out-Null
}

function Remove-Value([string] $Path, [string] $Name) {
    if ($null -eq (Get-Value $Path $Name)) { return }
    if (-not $PSCmdlet.ShouldProcess("$Path\$Name", 'Remove')) { return }
    Remove-ItemProperty -LiteralPath $Path -Name $Name -Force -Confirm:$false
}

function Write-Text([string] $Path, [string] $Text) {
    if (-not $PSCmdlet.ShouldProcess($Path, 'Write')) { return }
    $parent = Split-Path -Path $Path -Parent
    if (-not (Test-Path -LiteralPath $parent)) { New-Item -ItemType Directory -Path $parent -Force -Confirm:$false | Out-Null }
    # UTF-8 without a byte-order mark, as the file beside install.cmd.
    [IO.File]::WriteAllText($Path, $Text, (New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false))
}

function Remove-File([string] $Path) {
    if (-not (Test-Path -LiteralPath $Path)) { return }
    if (-not $PSCmdlet.ShouldProcess($Path, 'Remove')) { return }
    Remove-Item -LiteralPath $Path -Force -Confirm:$false
}

function Remove-EmptyFolder([string] $Path) {
    if (-not (Test-Path -LiteralPath $Path)) { return }
    if (@(Get-ChildItem -LiteralPath $Path -Force).Count -gt 0) { return }
    Remove-File $Path
}

function Get-Marker([hashtable] $Setting, [string] $State) {
    return Join-Path -Path $before -ChildPath ('{0}-{1}.{2}' -f $Setting.Version, $Setting.Name, $State)
}

function Test-Marker([hashtable] $Setting) {
    return (Test-Path -LiteralPath (Get-Marker $Setting 'absent')) -or (Test-Path -LiteralPath (Get-Marker $Setting 'zero'))
}

# Sets a value that serves all accounts, unless it is set already. A file says what it was, for the one who takes it back.
function Enable-Setting([hashtable] $Setting) {
    $path = Get-KeyPath $Setting.Version $Setting.Key
    $present = Get-Value $path $Setting.Name
    if ($null -ne $present -and 0 -ne $present) { return }
    if (-not (Test-Marker $Setting)) {
        $state = 'absent'
        if ($null -ne $present) { $state = 'zero' }
        Write-Text (Get-Marker $Setting $state) ''
    }
    Set-Value $path $Setting.Name 1 'DWord'
}

function Restore-Setting([hashtable] $Setting) {
    $path = Get-KeyPath $Setting.Version $Setting.Key
    if (Test-Path -LiteralPath (Get-Marker $Setting 'absent')) { Remove-Value $path $Setting.Name }
    if (Test-Path -LiteralPath (Get-Marker $Setting 'zero')) { Set-Value $path $Setting.Name 0 'DWord' }
    Remove-File (Get-Marker $Setting 'absent')
    Remove-File (Get-Marker $Setting 'zero')
}

if ([Security.Principal.WindowsIdentity]::GetCurrent().IsSystem) { Stop-WithText $texts.System 2 }

# Only this session's Outlook counts: a terminal server runs those of others too.
$session = (Get-Process -Id $PID).SessionId
$running = @(Get-Process -Name 'OUTLOOK' -ErrorAction SilentlyContinue | Where-Object { $_.SessionId -eq $session })
if ($running.Count -gt 0) { Stop-WithText $texts.Running 4 }

if ($Remove) {
    $found = Test-Path -LiteralPath $folder
    try {
        foreach ($version in $versions) {
            $path = Get-KeyPath $version 'AutoDiscover'
            if (Test-Ours (Get-Value $path $domain)) {
                $found = $true
                Remove-Value $path $domain
            }
        }
        Remove-File $target
        Remove-EmptyFolder $folder
        Remove-EmptyFolder $shared
        # The values that serve all accounts stay as long as another account of ours needs them: its folder keeps this one from going.
        if (-not (Test-Path -LiteralPath $shared)) {
            foreach ($setting in $settings) { Restore-Setting $setting }
            Remove-EmptyFolder $before
            Remove-EmptyFolder $root
        }
    }
    catch {
        Stop-WithText ('{0} ({1})' -f $texts.Leftover, $_.Exception.Message) 1
    }
    if (-not $found) { Write-Output $texts.Absent }
    elseif (-not $WhatIfPreference) { Write-Output $texts.Removed }
    exit 0
}

foreach ($version in $versions) {
    $present = Get-Value (Get-KeyPath $version 'AutoDiscover') $domain
    if ($null -ne $present -and -not (Test-Ours $present)) {
        Stop-WithText ('{0} ({1})' -f $texts.Conflict, $present) 5
    }
}

$used = @(Get-UsedVersion)
$pointed = @()
$enabled = @()
$new = "$target.new"
try {
    # The new file takes its name as the last step: until then nothing that worked before has changed.
    Write-Text $new (($xml -join "`n") + "`n")
    foreach ($version in $used) {
        $path = Get-KeyPath $version 'AutoDiscover'
        if ($null -eq (Get-Value $path $domain)) { $pointed += $path }
        Set-Value $path $domain $target 'String'
    }
    foreach ($setting in $settings) {
        if ($used -notcontains $setting.Version) { continue }
        if (-not (Test-Marker $setting)) { $enabled += $setting }
        Enable-Setting $setting
    }
    if ($PSCmdlet.ShouldProcess($target, 'Write')) { Move-Item -LiteralPath $new -Destination $target -Force -Confirm:$false }
}
catch {
    $reason = $_.Exception.Message
    $ErrorActionPreference = 'Continue'
    foreach ($path in $pointed) { Remove-Value $path $domain }
    foreach ($setting in $enabled) { Restore-Setting $setting }
    Remove-File $new
    foreach ($path in @($folder, $shared, $before, $root)) { Remove-EmptyFolder $path }
    Stop-WithText ('{0} ({1})' -f $texts.Failed, $reason) 1
}
if (-not $WhatIfPreference) {
    Write-Output $texts.Installed
    Write-Output $texts.Hazard
}
exit 0
