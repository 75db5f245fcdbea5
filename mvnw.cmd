@echo off
rem Runs Maven on JDK 25. Maven comes from the address in .mvn\wrapper\maven-wrapper.properties and is kept in
rem %USERPROFILE%\.m2\wrapper; where that address can't be reached, the mvn on the PATH does it.
rem curl and tar are part of Windows since version 1803.
setlocal EnableExtensions EnableDelayedExpansion
set "REQUIRED_JDK=25"

for /f "usebackq eol=# tokens=1,* delims==" %%a in ("%~dp0.mvn\wrapper\maven-wrapper.properties") do set "%%a=%%b"
for %%u in ("%distributionUrl%") do set "name=%%~nu"
set "name=%name:-bin.tar=%"
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "maven=%MAVEN_USER_HOME%\wrapper\dists\%name%"

rem -- the JDK
set "home=%JAVA_HOME%"
if not defined home for %%j in (java.exe) do set "home=%%~dp$PATH:j.."
call :major "%home%"
if %major% geq %REQUIRED_JDK% goto maven
for /d %%h in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%USERPROFILE%\.sdkman\candidates\java\*" "%USERPROFILE%\.jdks\*") do (
    if exist "%%~h\bin\javac.exe" (
        call :major "%%~h"
        if !major! geq %REQUIRED_JDK% (
            set "JAVA_HOME=%%~h"
            goto maven
        )
    )
)
echo mvnw: JDK %REQUIRED_JDK% or later is needed, and none was found; install one or set JAVA_HOME to it. 1>&2
exit /b 1

:maven
if exist "%maven%\bin\mvn.cmd" goto run
set "work=%maven%.%RANDOM%"
mkdir "%work%" 2> nul
curl -fsSL --connect-timeout 5 --max-time 300 -o "%work%\maven.tar.gz" "%distributionUrl%" || goto fallback
set "sum="
for /f "skip=1 delims=" %%s in ('certutil -hashfile "%work%\maven.tar.gz" SHA512') do if not defined sum set "sum=%%s"
set "sum=%sum: =%"
if /i not "%sum%" == "%distributionSha512Sum%" (
    echo mvnw: what came from %distributionUrl% doesn't have the expected SHA-512; not used. 1>&2
    rmdir /s /q "%work%"
    exit /b 1
)
tar -xzf "%work%\maven.tar.gz" -C "%work%" || exit /b 1
move "%work%\%name%" "%maven%" > nul
rmdir /s /q "%work%"

:run
call "%maven%\bin\mvn.cmd" %*
exit /b %ERRORLEVEL%

:fallback
rmdir /s /q "%work%"
where mvn > nul 2>&1 || (
    echo mvnw: can't reach %distributionUrl%, and there is no mvn on the PATH. 1>&2
    exit /b 1
)
echo mvnw: can't reach %distributionUrl%; using the mvn on the PATH instead. 1>&2
call mvn %*
exit /b %ERRORLEVEL%

rem sets major to the major version of the JDK in this directory, 0 where it doesn't tell
:major
set "major=0"
if not exist "%~1\release" exit /b 0
for /f "usebackq tokens=1,2 delims==" %%a in ("%~1\release") do (
    if "%%a" == "JAVA_VERSION" for /f "delims=.-" %%m in ("%%~b") do set "major=%%m"
)
exit /b 0
