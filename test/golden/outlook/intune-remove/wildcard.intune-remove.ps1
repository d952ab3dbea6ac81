#Requires -Version 3.0
# Remediation script, for intune-remove-detect.ps1. Exit codes: 0 done, 1 something is left, and the output says what.
# Intune › Devices › Scripts and remediations › Remediations. Run this script using the logged-on credentials: Yes. Enforce script signature check:
# No. Run script in 64-bit PowerShell: Yes (32-bit does the same: HKEY_CURRENT_USER\Software\Microsoft\Office is one for both).

[CmdletBinding(SupportsShouldProcess = $true)]
param()

$Remove = $true
$intune = $true
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$domain = 'xn--co-9ia.example.org'
$versions = @('15.0', '16.0')
$root = Join-Path -Path ([Environment]::GetFolderPath('LocalApplicationData')) -ChildPath 'Facteur'
$shared = Join-Path -Path $root -ChildPath 'outlook'
$folder = Join-Path -Path $shared -ChildPath 'org-example-34098c42'
$target = Join-Path -Path $folder -ChildPath 'autodiscover.xml'

function Get-KeyPath([string] $Version, [string] $Key) {
    return "HKCU:\Software\Microsoft\Office\$Version\Outlook\$Key"
}

function Get-Value([string] $Path, [string] $Name) {
    if (-not (Test-Path -LiteralPath $Path)) { return $null }
    return (Get-Item -LiteralPath $Path).GetValue($Name, $null)
}

# What the folder of this account is called, and was before.
$names = @('org-example-34098c42', 'example-6a073e90')

# Ours is also what install.reg or a profile folder that has moved since left behind.
function Test-Ours([string] $Path) {
    foreach ($name in $names) {
        if ($Path.EndsWith('\Facteur\outlook\' + $name + '\autodiscover.xml', [StringComparison]::OrdinalIgnoreCase)) { return $true }
    }
    return $false
}

# What was there before stands where the values are, so that both roam, are saved and are lost together.
$notes = 'HKCU:\' + 'Software\Facteur-Outlook'

# All paths that were set up in this way, of every account.
function Get-OurPath {
    foreach ($version in $versions) {
        $path = Get-KeyPath $version 'AutoDiscover'
        if (-not (Test-Path -LiteralPath $path)) { continue }
        $key = Get-Item -LiteralPath $path
        $key.GetValueNames() | ForEach-Object { [string] $key.GetValue($_) } | Where-Object { $_ -match '\\Facteur\\outlook\\[^\\]+\\autodiscover\.xml$' }
    }
}

$xml = @(
    '<?xml version="1.0" encoding="utf-8"?>'
    '<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">'
    '  <Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a">'
    '    <User>'
    '      <DisplayName>Ann Other</DisplayName>'
    '      <AutoDiscoverSMTPAddress>ann.other@xn--co-9ia.example.org</AutoDiscoverSMTPAddress>'
    '    </User>'
    '    <Account>'
    '      <AccountType>email</AccountType>'
    '      <Action>settings</Action>'
    '      <Protocol>'
    '        <Type>IMAP</Type>'
    '        <Server>imap.example.org</Server>'
    '        <Port>993</Port>'
    '        <LoginName>ann.other%xn--co-9ia.example.org</LoginName>'
    '        <DomainRequired>off</DomainRequired>'
    '        <SPA>off</SPA>'
    '        <SSL>on</SSL>'
    '        <Encryption>SSL</Encryption>'
    '        <AuthRequired>on</AuthRequired>'
    '      </Protocol>'
    '      <Protocol>'
    '        <Type>SMTP</Type>'
    '        <Server>smtp.example.org</Server>'
    '        <Port>465</Port>'
    '        <LoginName>ann.other%xn--co-9ia.example.org</LoginName>'
    '        <DomainRequired>off</DomainRequired>'
    '        <SPA>off</SPA>'
    '        <SSL>on</SSL>'
    '        <Encryption>SSL</Encryption>'
    '        <AuthRequired>on</AuthRequired>'
    '        <UsePOPAuth>on</UsePOPAuth>'
    '        <SMTPLast>off</SMTPLast>'
    '      </Protocol>'
    '    </Account>'
    '  </Response>'
    '</Autodiscover>'
    '<!-- a420d90d-412e-59d0-8c2c-a8f47a70be67 -->'
)
$settings = @(
    @{ Version = '15.0'; Key = 'AutoDiscover'; Name = 'PreferLocalXML' }
    @{ Version = '16.0'; Key = 'AutoDiscover'; Name = 'PreferLocalXML' }
    @{ Version = '16.0'; Key = 'Setup'; Name = 'DisableOffice365SimplifiedAccountCreation' }
)

# The version that Windows starts as Outlook; where Windows does not say, each in which this person has a profile; before the first start, both.
function Get-UsedVersion {
    $current = [string] (Get-Value 'Registry::HKEY_CLASSES_ROOT\Outlook.Application\CurVer' '')
    $used = @($versions | Where-Object { $current.EndsWith('.' + $_.Split('.')[0]) })
    if ($used.Count -eq 0) { $used = @($versions | Where-Object { Test-Path -LiteralPath (Get-KeyPath $_ 'Profiles') }) }
    if ($used.Count -eq 0) { return $versions }
    return $used
}

$new = Join-Path -Path $folder -ChildPath 'autodiscover.new'
$keys = @(
    'Software\Microsoft\Office\15.0\Outlook\AutoDiscover'
    'Software\Microsoft\Office\16.0\Outlook\AutoDiscover'
    'Software\Microsoft\Office\16.0\Outlook\Setup'
    'Software\Microsoft\Office\15.0\Outlook'
    'Software\Microsoft\Office\16.0\Outlook'
    'Software\Microsoft\Office\15.0'
    'Software\Microsoft\Office\16.0'
    'Software\Microsoft\Office'
)
$texts = @{
    System    = 'This belongs in a person’’s session: run it as that person, not as SYSTEM.'
    Running   = 'Outlook is running. Close it, then start this again.'
    Conflict  = 'Nothing was changed: Outlook already has a file for xn--co-9ia.example.org that is not this one. If it belongs to another account that you set up in this way, run its “2 Tidy up at the end” (or remove.cmd) first; otherwise ask your administrator. The present setting is:'
    Policy    = 'Nothing was changed: a policy of your organisation keeps Outlook from reading this file, or from adding an account of this kind. Only your administrator can change that. The policy is:'
    Failed    = 'It did not work, and what had been done was undone. Your organisation may forbid changes of the registry: ask your administrator, or set up the account by hand.'
    Installed = 'Outlook is prepared for your address at xn--co-9ia.example.org. The person starts Outlook, chooses File, Add Account (without an account yet, Outlook asks by itself), and types name, address and password. When the account works, end this assignment and assign the removal.'
    Hazard    = 'Do not forget the removal: until then this file answers for every account at xn--co-9ia.example.org in your Outlook, and an Exchange account there would lose the free/busy times of others and its out-of-office replies.'
    Removed   = 'Done: Outlook is as it was before. Your account and your messages stay.'
    Shared    = 'Done for this account. Values that serve all accounts stay, because another account that you set up in this way needs them: they go with its removal. Your account and your messages stay.'
    Kept      = 'This folder stays, because something is in it that does not belong to this account:'
    Absent    = 'There was nothing to remove.'
    Left      = 'What was set for this account is taken back. These values stay, because there is no note of who set them: your organisation may have. They only change how Outlook adds accounts, and your administrator can delete them:'
    Leftover  = 'Something could not be removed. Start this again, or ask your administrator.'
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

# A file, an empty folder or a key without keys in it; with -Force also what is read-only or hidden.
function Remove-Entry([string] $Path) {
    if (-not (Test-Path -LiteralPath $Path)) { return }
    if (-not $PSCmdlet.ShouldProcess($Path, 'Remove')) { return }
    Remove-Item -LiteralPath $Path -Force -Confirm:$false
}

function Remove-EmptyFolder([string] $Path) {
    if (-not (Test-Path -LiteralPath $Path)) { return }
    if (@(Get-ChildItem -LiteralPath $Path -Force).Count -gt 0) { return }
    Remove-Entry $Path
}

function Get-Note([string] $Name) {
    return [string] (Get-Value $notes $Name)
}

# Notes which keys are made on the way.
function Write-KeyNote([hashtable] $Setting) {
    $key = 'Software\Microsoft\Office\{0}\Outlook\{1}' -f $Setting.Version, $Setting.Key
    while ($keys -contains $key -and -not (Test-Path -LiteralPath "HKCU:\$key")) {
        Set-Value $notes $key 'absent' 'String'
        $key = Split-Path -Path $key -Parent
    }
}

# Takes away a key that a note says was not there before, if nothing is in it.
function Remove-EmptyKey([string] $Key) {
    $path = "HKCU:\$Key"
    if ('absent' -ne (Get-Note $Key) -or -not (Test-Path -LiteralPath $path)) { return }
    $item = Get-Item -LiteralPath $path
    if ($item.ValueCount + $item.SubKeyCount -eq 0) { Remove-Entry $path }
}

function Remove-Note {
    foreach ($key in $keys) { Remove-EmptyKey $key }
    Remove-Entry $notes
}

function Get-State([hashtable] $Setting) {
    $present = Get-Value (Get-KeyPath $Setting.Version $Setting.Key) $Setting.Name
    if ($null -eq $present) { return 'absent' }
    if (0 -eq $present) { return 'zero' }
    return 'set'
}

# Sets a value that serves all accounts, unless it is set already. A note says what it was, for the one who takes it back; the first of our accounts writes it. A value
# that a later one finds set without a note may be install.reg's or the organisation's: it gets none.
function Enable-Setting([hashtable] $Setting) {
    $name = '{0}-{1}' -f $Setting.Version, $Setting.Name
    $state = Get-State $Setting
    if ('' -eq (Get-Note $name) -and -not ($held -and 'set' -eq $state)) { Set-Value $notes $name $state 'String' }
    if ('set' -ne $state) { Set-Value (Get-KeyPath $Setting.Version $Setting.Key) $Setting.Name 1 'DWord' }
}

# Folders of this account under a former name: nothing points there any more.
function Remove-FormerFolder {
    foreach ($name in $names) {
        $place = Join-Path -Path $shared -ChildPath $name
        if ($place -eq $folder) { continue }
        Remove-Entry (Join-Path -Path $place -ChildPath 'autodiscover.xml')
        Remove-EmptyFolder $place
    }
}

# Gives it back the state that its note says. Without a note nobody knows who set it: then it stays, and is told.
function Restore-Setting([hashtable] $Setting) {
    $path = Get-KeyPath $Setting.Version $Setting.Key
    $note = Get-Note ('{0}-{1}' -f $Setting.Version, $Setting.Name)
    $state = Get-State $Setting
    if ($note -eq 'set' -or $note -eq $state) { return }
    if ($note -eq 'zero') { Set-Value $path $Setting.Name 0 'DWord' }
    elseif ($note -eq 'absent' -and $state -eq 'set') { Remove-Value $path $Setting.Name }
    elseif ($state -eq 'set') { return '{0}, {1}' -f $path, $Setting.Name }
}

# The path of another account that was set up in this way, and its file is not there any more.
function Test-Gone([string] $Path) {
    if ((@(Get-OurPath) -notcontains $Path) -or (Test-Path -LiteralPath $Path)) { return $false }
    $other = Split-Path -Path (Split-Path -Path $Path -Parent) -Leaf
    return -not (Test-Path -LiteralPath (Join-Path -Path (Join-Path -Path $shared -ChildPath $other) -ChildPath 'autodiscover.xml'))
}

# A policy is stronger than what a person sets. The first that stands in the way.
function Get-Policy([string] $Version) {
    foreach ($hive in @('HKCU:', 'HKLM:')) {
        $path = "$hive\Software\Policies\Microsoft\Office\$Version\Outlook"
        foreach ($needed in @(@('AutoDiscover', 'PreferLocalXML'), @('Setup', 'DisableOffice365SimplifiedAccountCreation'))) {
            $present = Get-Value ('{0}\{1}' -f $path, $needed[0]) $needed[1]
            if ($null -ne $present -and 0 -eq $present) { return '{0}\{1}, {2}' -f $path, $needed[0], $needed[1] }
        }
        $present = Get-Value "$path\AutoDiscover" $domain
        if ($null -ne $present -and -not (Test-Ours $present)) { return '{0}\AutoDiscover, {1}' -f $path, $domain }
        $present = Get-Value "$path\Options" 'DisableIMAP'
        if ($null -ne $present -and 0 -ne $present) { return '{0}\Options, {1}' -f $path, 'DisableIMAP' }
    }
}

if ([Security.Principal.WindowsIdentity]::GetCurrent().IsSystem) { Stop-WithText $texts.System 2 }

# Only this session's Outlook counts: a terminal server runs those of others too.
$session = (Get-Process -Id $PID).SessionId
$running = @(Get-Process -Name 'OUTLOOK' -ErrorAction SilentlyContinue | Where-Object { $_.SessionId -eq $session })
if ($running.Count -gt 0) { Stop-WithText $texts.Running 4 }

if ($Remove) {
    # What is there decides, not what should be: a folder or a note may have got lost, and a folder may hold what is not ours.
    $left = @()
    $others = @(Get-OurPath | Where-Object { -not (Test-Ours $_) })
    $pointing = @($versions | Where-Object { Test-Ours (Get-Value (Get-KeyPath $_ 'AutoDiscover') $domain) })
    $noted = $others.Count -eq 0 -and (Test-Path -LiteralPath $notes)
    $files = @($names | ForEach-Object { Join-Path -Path (Join-Path -Path $shared -ChildPath $_) -ChildPath 'autodiscover.xml' } | Where-Object { Test-Path -LiteralPath $_ })
    $made = $pointing.Count -gt 0 -or $noted -or $files.Count -gt 0 -or (Test-Path -LiteralPath $new)
    $found = $made -or (Test-Path -LiteralPath $folder)
    try {
        # The values that serve all accounts stay as long as a path of another account of ours needs them. They go before the path, without which a second run
        # would not know that they are to go.
        if ($made -and $others.Count -eq 0) { foreach ($setting in $settings) { $left += @(Restore-Setting $setting) } }
        foreach ($version in $pointing) { Remove-Value (Get-KeyPath $version 'AutoDiscover') $domain }
        if ($made -and $others.Count -eq 0) { Remove-Note }
        foreach ($path in @($new, $target)) { Remove-Entry $path }
        Remove-FormerFolder
        foreach ($path in @($folder, $shared, $root)) { Remove-EmptyFolder $path }
    }
    catch {
        Stop-WithText ('{0} ({1})' -f $texts.Leftover, $_.Exception.Message) 1
    }
    if ($left.Count -gt 0 -and -not $WhatIfPreference) { Stop-WithText ('{0} {1}' -f $texts.Left, ($left -join '; ')) 1 }
    if (-not $found) { Write-Output $texts.Absent }
    elseif (-not $WhatIfPreference) {
        if ($others.Count -gt 0) { Write-Output $texts.Shared }
        else { Write-Output $texts.Removed }
        $kept = @(@($folder, $shared, $root) | Where-Object { Test-Path -LiteralPath $_ })
        if ((Test-Path -LiteralPath $folder) -or ($kept.Count -gt 0 -and $others.Count -eq 0)) { Write-Output ('{0} {1}' -f $texts.Kept, $kept[0]) }
    }
    exit 0
}

# What another has set in a version that is not used here stays there, and does no harm.
$used = @(Get-UsedVersion)
foreach ($version in $used) {
    $present = Get-Value (Get-KeyPath $version 'AutoDiscover') $domain
    if ($null -ne $present -and -not (Test-Ours $present) -and -not (Test-Gone $present)) {
        Stop-WithText ('{0} ({1})' -f $texts.Conflict, $present) 5
    }
    $policy = Get-Policy $version
    if ($null -ne $policy) { Stop-WithText ('{0} {1}' -f $texts.Policy, $policy) 6 }
}

$held = @(Get-OurPath).Count -gt 0
# The paths before, or $null: what is half done goes back to them.
$former = @{}
$enabled = @()
try {
    # Notes without a path are of a set-up that was cut off, or that somebody took back in another way. What it made and is empty goes; what is there then is what was
    # there before.
    if (-not $held) { Remove-Note }
    # The new file takes its name as the last step: until then nothing that worked before has changed.
    Remove-Entry $new
    Write-Text $new (($xml -join "`n") + "`n")
    $wanted = @($settings | Where-Object { $used -contains $_.Version })
    foreach ($setting in $wanted) { Write-KeyNote $setting }
    foreach ($version in $used) {
        $path = Get-KeyPath $version 'AutoDiscover'
        $former[$path] = Get-Value $path $domain
        Set-Value $path $domain $target 'String'
    }
    foreach ($setting in $wanted) {
        if ('set' -ne (Get-State $setting)) { $enabled += $setting }
        Enable-Setting $setting
    }
    if ($PSCmdlet.ShouldProcess($target, 'Write')) { Move-Item -LiteralPath $new -Destination $target -Force -Confirm:$false }
    Remove-FormerFolder
}
catch {
    $reason = $_.Exception.Message
    $ErrorActionPreference = 'Continue'
    foreach ($path in @($former.Keys)) {
        if ($null -eq $former[$path]) { Remove-Value $path $domain }
        else { Set-Value $path $domain $former[$path] 'String' }
    }
    foreach ($setting in $enabled) { Restore-Setting $setting | Out-Null }
    if (-not $held) { Remove-Note }
    Remove-Entry $new
    foreach ($path in @($folder, $shared, $root)) { Remove-EmptyFolder $path }
    Stop-WithText ('{0} ({1})' -f $texts.Failed, $reason) 1
}
if (-not $WhatIfPreference) {
    Write-Output $texts.Installed
    Write-Output $texts.Hazard
}
exit 0
