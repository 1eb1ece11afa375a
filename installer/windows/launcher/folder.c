#include "launcher.h"

/* java.exe reads its command line and its own path in the system's code page (not in ours, which is UTF-8), and knows no path
 * over MAX_PATH. */
static BOOL java_can_read(const wchar_t *path) {
    DWORD code_page = CP_ACP;
    BOOL lost = FALSE;
    GetLocaleInfoEx(LOCALE_NAME_SYSTEM_DEFAULT, LOCALE_IDEFAULTANSICODEPAGE | LOCALE_RETURN_NUMBER, (LPWSTR) &code_page,
        sizeof code_page / sizeof(wchar_t));
    int length = WideCharToMultiByte(code_page, WC_NO_BEST_FIT_CHARS, path, -1, NULL, 0, NULL, &lost);
    return length > 0 && !lost && length + 64 < MAX_PATH;
}

/* The 8.3 form of a path that Java can't read, if the volume keeps one; else as it is. */
BOOL own_folder(text *folder) {
    text path = new_text();
    text readable = new_text();
    if (path.bad || readable.bad) {
        return FALSE;
    }
    DWORD length = GetModuleFileNameW(NULL, path.start, LONGEST);
    if (length == 0 || length >= LONGEST) {
        return FALSE;
    }
    while (length && path.start[length - 1] != L'\\') {
        length--;
    }
    path.start[length] = 0;
    if (!java_can_read(path.start)) {
        DWORD shorter = GetShortPathNameW(path.start, readable.start, LONGEST);
        if (shorter && shorter < LONGEST && java_can_read(readable.start)) {
            add(folder, readable.start);
            return !folder->bad;
        }
    }
    add(folder, path.start);
    return !folder->bad;
}
