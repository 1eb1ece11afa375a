<#
Looks at what of CHECKLIST.md a script can see, and prints a table: ok, FAILED, or "see" where a person has to look.
Changes nothing, reads no key. As the user who uses the browser:

    powershell -ExecutionPolicy Bypass -File check.ps1

For Windows PowerShell 5.1, which every Windows 10 and 11 has. It was written where no PowerShell is, and has run nowhere yet.
#>
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$results = New-Object System.Collections.ArrayList
$origin = $null
$launcher = $null

function Add-Result($what, $result, $detail) {
    [void]$results.Add((New-Object PSObject -Property @{ What = $what; Result = $result; Detail = "$detail" }))
}

# The block returns text if all is well, and throws what isn't.
function Check($what, $block) {
    try {
        $detail = & $block
        Add-Result $what 'ok' $detail
    } catch {
        Add-Result $what 'FAILED' $_.Exception.Message
    }
}

function Get-Value($key, $name) {
    if (-not (Test-Path -LiteralPath $key)) { return $null }
    return (Get-Item -LiteralPath $key).GetValue($name)
}

# ---- What the MSI laid down
Check 'Windows 10 or 11, 64 bits' {
    if (-not [Environment]::Is64BitOperatingSystem) { throw '32 bits' }
    $build = [int](Get-Value 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion' 'CurrentBuildNumber')
    if ($build -lt 10240) { throw "build $build" }
    "build $build"
}

foreach ($browser in @('Google\Chrome', 'Microsoft\Edge')) {
    Check "$browser finds the host" {
        $file = $null
        foreach ($root in @('HKCU:', 'HKLM:')) {
            if (-not $file) { $file = Get-Value "$root\Software\$browser\NativeMessagingHosts\jp.inkan.host" '' }
        }
        if (-not $file) { throw 'no key under NativeMessagingHosts' }
        $manifest = Get-Content -LiteralPath $file -Raw -Encoding UTF8 | ConvertFrom-Json
        $program = Join-Path (Split-Path -Parent $file) $manifest.path
        if (-not (Test-Path -LiteralPath $program)) { throw "$program is missing" }
        $script:launcher = $program
        $script:origin = @($manifest.allowed_origins)[0]
        $file
    }
}

if ($launcher) {
    $folder = Split-Path -Parent $launcher

    Check 'The launcher is signed' {
        $signature = Get-AuthenticodeSignature -LiteralPath $launcher
        if ($signature.Status -ne 'Valid') { throw "$($signature.Status)" }
        $signature.SignerCertificate.Subject
    }

    Check 'The host answers, with no window' {
        $start = New-Object System.Diagnostics.ProcessStartInfo
        $start.FileName = $launcher
        $start.Arguments = "$origin --parent-window=0"
        $start.UseShellExecute = $false
        $start.RedirectStandardInput = $true
        $start.RedirectStandardOutput = $true
        $clock = [System.Diagnostics.Stopwatch]::StartNew()
        $process = [System.Diagnostics.Process]::Start($start)
        $hello = '{"type":"hello","id":"1","protocol":1,"version":"0.1.0","minimumHost":"0.1.0","browser":"chrome","language":"ja"}'
        $body = [Text.Encoding]::UTF8.GetBytes($hello)
        $in = $process.StandardInput.BaseStream
        $in.Write([BitConverter]::GetBytes([int]$body.Length), 0, 4)
        $in.Write($body, 0, $body.Length)
        $in.Flush()
        $out = $process.StandardOutput.BaseStream
        $first = $out.ReadByte()
        $milliseconds = $clock.ElapsedMilliseconds
        $in.Close()
        $ended = $process.WaitForExit(30000)
        if ($first -lt 0) { throw "it ended with $($process.ExitCode): see the log" }
        if (-not $ended) { throw 'it does not end when the port closes' }
        "$milliseconds ms to the first frame"
    }

    Check 'The class archive is used' {
        $java = Join-Path $folder 'runtime\bin\java.exe'
        $arguments = @('-XX:AOTMode=on', "-XX:AOTCache=$folder\host.aot", '-XX:+VerifySharedSpaces', '-XX:TieredStopAtLevel=1',
            '-XX:+UseSerialGC', '-Xmx256m', '--enable-native-access=ALL-UNNAMED', '-cp', "$folder\lib\*", 'jp.inkan.host.Main', '--version')
        $said = & $java $arguments
        if ($LASTEXITCODE -ne 0) { throw 'it does not fit this PC (outside Japan''s time zone it need not): slower, else all is well' }
        "$said"
    }

    Check 'Users cannot write into the host''s folder' {
        $mine = [Security.Principal.WindowsIdentity]::GetCurrent()
        if ((New-Object Security.Principal.WindowsPrincipal $mine).IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {
            throw 'run me without administrator rights'
        }
        if ($folder.StartsWith($env:LOCALAPPDATA)) { return 'installed for this user alone, who can' }
        $file = Join-Path $folder 'check.tmp'
        try { [IO.File]::WriteAllText($file, '') } catch { return $folder }
        Remove-Item -LiteralPath $file
        throw $folder
    }
}

# ---- Certificates and keys
$certificates = @(Get-ChildItem Cert:\CurrentUser\My | Where-Object { $_.FriendlyName -like '*Inkan*' })
if ($certificates.Count -eq 0) {
    Add-Result 'Certificates of Inkan''s' 'see' 'none yet: issue one, then run me again'
}
foreach ($certificate in $certificates) {
    Check "The key of $($certificate.Subject) stays here" {
        if (-not $certificate.HasPrivateKey) { throw 'no key' }
        $key = [Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey($certificate)
        if (-not ($key -is [Security.Cryptography.RSACng])) { throw "not in CNG: $($key.GetType().Name)" }
        if ($key.Key.IsEphemeral) { throw 'not kept' }
        if ($key.Key.ExportPolicy -ne 'None') { throw "may be exported: $($key.Key.ExportPolicy)" }
        foreach ($format in @('Pkcs8PrivateBlob', 'GenericPrivateBlob')) {
            $exported = $true
            try { [void]$key.Key.Export([Security.Cryptography.CngKeyBlobFormat]::$format) } catch { $exported = $false }
            if ($exported) { throw "was exported as $format" }
        }
        [void]$key.SignData([byte[]](1, 2, 3), 'SHA256', [Security.Cryptography.RSASignaturePadding]::Pkcs1)
        "$($key.Key.Provider.Provider), signs, $($key.KeySize) bits"
    }
}

# ---- The PC
Check 'TPM' {
    $tpm = Get-CimInstance -Namespace 'root/cimv2/Security/MicrosoftTpm' -ClassName Win32_Tpm
    if (-not $tpm) { throw 'none, or only an administrator may ask' }
    "$($tpm.ManufacturerVersion), version $($tpm.SpecVersion)"
}

$me = [Security.Principal.WindowsIdentity]::GetCurrent().User.Value
$userProfile = Get-CimInstance Win32_UserProfile -Filter "SID='$me'"
Add-Result 'Roaming profile' 'see' "configured: $($userProfile.RoamingConfigured); keys and log stay in $env:LOCALAPPDATA"

foreach ($policies in @('Google\Chrome', 'Microsoft\Edge')) {
    foreach ($policy in @('NativeMessagingUserLevelHosts', 'BackgroundModeEnabled')) {
        $value = Get-Value "HKLM:\Software\Policies\$policies" $policy
        $said = 'not set'
        if ($null -ne $value) { $said = "$value" }
        Add-Result "Policy $policies $policy" 'see' $said
    }
}

foreach ($name in @('chrome', 'msedge')) {
    $running = @(Get-Process -Name $name -ErrorAction SilentlyContinue)
    $windows = @($running | Where-Object { $_.MainWindowHandle -ne 0 })
    Add-Result "$name" 'see' "$($running.Count) processes, $($windows.Count) with a window; without a window but running: background mode"
}

$log = Join-Path $env:LOCALAPPDATA 'Inkan\ApplicationLog.log'
if (Test-Path -LiteralPath $log) {
    $errors = @(Select-String -LiteralPath $log -Pattern ' ERROR ' -Encoding UTF8)
    Add-Result 'Log' 'see' "$log, $($errors.Count) lines with ERROR"
} else {
    Add-Result 'Log' 'see' "$log isn't there yet"
}

$results | Select-Object Result, What, Detail | Format-Table -AutoSize -Wrap
if (@($results | Where-Object { $_.Result -eq 'FAILED' }).Count -gt 0) { exit 1 }
