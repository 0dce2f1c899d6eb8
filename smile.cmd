@echo off
rem Builds the `smile` command where its sources changed, and runs it. See: smile --help
setlocal
where dotnet >nul 2>nul || (echo smile: the .NET 10 SDK was not found: install it from https://dotnet.microsoft.com/download, then try again. 1>&2 & exit /b 3)
dotnet --list-sdks | findstr /b "10." >nul || (echo smile: the .NET 10 SDK was not found: install it from https://dotnet.microsoft.com/download, then try again. 1>&2 & exit /b 3)
where npm >nul 2>nul || (echo smile: Node.js was not found: install version 20 or newer from https://nodejs.org, then try again. 1>&2 & exit /b 3)
set "SMILE_ROOT=%~dp0."
set "DOTNET_CLI_TELEMETRY_OPTOUT=1"
if not exist "%~dp0artifacts" mkdir "%~dp0artifacts"
rem In the root, whose global.json chooses the SDK.
pushd "%~dp0"
dotnet build src\SmileNotebooks.Cli -c Release --nologo -v quiet >artifacts\smile.build.log 2>&1 || (type artifacts\smile.build.log 1>&2 & echo smile: the build failed; the messages are above and in artifacts\smile.build.log. 1>&2 & popd & exit /b 3)
popd
dotnet exec "%~dp0artifacts\bin\SmileNotebooks.Cli\release\smile.dll" %*
