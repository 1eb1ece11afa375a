/*
 * A stand-in for Windows' ncrypt.dll, for tests under wine 8, whose own forgets keys with the process, can't enumerate, open or
 * delete them, and lets every key be exported. This one keeps each key in a file below %LOCALAPPDATA%\ncrypt-stand-in\<provider>,
 * with bcrypt.dll for the arithmetic. What passes with it has passed with it, and not on Windows.
 *
 * INKAN_NCRYPT_FAIL=<function>=<status in hex>[@<provider>]: that function fails so.
 * INKAN_NCRYPT_END=NCryptFinalizeKey: the process ends once the key is on the disk.
 *
 * ncrypt.h isn't included (windows.h would, if it weren't lean): it declares these functions as imported.
 */
#define WIN32_LEAN_AND_MEAN
#define UNICODE
#define _UNICODE
#include <windows.h>
#include <bcrypt.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define NTE_BAD_KEYSET_ 0x80090016
#define NTE_EXISTS_ 0x8009000F
#define NTE_NO_MORE_ITEMS_ 0x8009002A
#define NTE_NOT_SUPPORTED_ 0x80090029
#define NTE_PERM_ 0x80090010
#define NTE_INVALID_HANDLE_ 0x80090026
#define NTE_INTERNAL_ERROR_ 0x8009002D

typedef LONG SECURITY_STATUS_;
typedef struct { DWORD magic; wchar_t name[128]; } Provider;
typedef struct {
    DWORD magic;
    Provider *provider;
    wchar_t container[256];
    DWORD bits, policy, usage;
    BCRYPT_KEY_HANDLE key;
} Key;
typedef struct { LPWSTR pszName; LPWSTR pszAlgid; DWORD dwLegacyKeySpec; DWORD dwFlags; } KeyName;
typedef struct { HANDLE find; WIN32_FIND_DATAW data; BOOL more; } Enumeration;
typedef struct { DWORD policy, usage, length; } Header;

static SECURITY_STATUS_ told_to_fail(const char *function, const Provider *provider) {
    char wanted[256], name[128];
    unsigned status;
    if (!GetEnvironmentVariableA("INKAN_NCRYPT_FAIL", wanted, sizeof wanted)) return 0;
    size_t length = strlen(function);
    if (strncmp(wanted, function, length) != 0 || wanted[length] != '=') return 0;
    char *at = strchr(wanted, '@');
    if (at && provider) {
        snprintf(name, sizeof name, "%ls", provider->name);
        if (strcmp(at + 1, name) != 0) return 0;
    }
    if (at && !provider) return 0;
    return sscanf(wanted + length + 1, "%x", &status) == 1 ? (SECURITY_STATUS_)status : 0;
}

/* As if the power went out. */
static void end_if_told(const char *function) {
    char wanted[64];
    if (GetEnvironmentVariableA("INKAN_NCRYPT_END", wanted, sizeof wanted) && strcmp(wanted, function) == 0) {
        TerminateProcess(GetCurrentProcess(), 99);
    }
}

static void folder(const Provider *provider, wchar_t *path) {
    wchar_t local[512];
    GetEnvironmentVariableW(L"LOCALAPPDATA", local, 512);
    swprintf(path, 1024, L"%ls\\ncrypt-stand-in", local);
    CreateDirectoryW(path, NULL);
    swprintf(path, 1024, L"%ls\\ncrypt-stand-in\\%ls", local, provider->name);
    CreateDirectoryW(path, NULL);
}

static void file_of(const Provider *provider, const wchar_t *container, wchar_t *path) {
    folder(provider, path);
    wcscat(path, L"\\");
    wcscat(path, container);
    wcscat(path, L".key");
}

static Provider *provider_of(ULONG_PTR handle) {
    Provider *provider = (Provider *)handle;
    return provider && provider->magic == 'PROV' ? provider : NULL;
}

static Key *key_of(ULONG_PTR handle) {
    Key *key = (Key *)handle;
    return key && key->magic == 'KEY_' ? key : NULL;
}

__declspec(dllexport) SECURITY_STATUS_ WINAPI NCryptOpenStorageProvider(ULONG_PTR *out, LPCWSTR name, DWORD flags) {
    (void)flags;
    Provider *provider = calloc(1, sizeof *provider);
    provider->magic = 'PROV';
    wcsncpy(provider->name, name, 127);
    SECURITY_STATUS_ failure = told_to_fail("NCryptOpenStorageProvider", provider);
    if (failure) { free(provider); return failure; }
    *out = (ULONG_PTR)provider;
    return 0;
}

__declspec(dllexport) SECURITY_STATUS_ WINAPI NCryptCreatePersistedKey(
    ULONG_PTR provider, ULONG_PTR *out, LPCWSTR algorithm, LPCWSTR container, DWORD spec, DWORD flags) {
    (void)spec; (void)flags;
    wchar_t path[1024];
    Provider *in = provider_of(provider);
    if (!in) return NTE_INVALID_HANDLE_;
    SECURITY_STATUS_ failure = told_to_fail("NCryptCreatePersistedKey", in);
    if (failure) return failure;
    if (wcscmp(algorithm, L"RSA") != 0) return NTE_NOT_SUPPORTED_;
    file_of(in, container, path);
    if (GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES) return NTE_EXISTS_;
    Key *key = calloc(1, sizeof *key);
    key->magic = 'KEY_';
    key->provider = in;
    key->bits = 1024;
    key->policy = 3;
    key->usage = 0xffffff;
    wcsncpy(key->container, container, 255);
    *out = (ULONG_PTR)key;
    return 0;
}

__declspec(dllexport) SECURITY_STATUS_ WINAPI NCryptSetProperty(
    ULONG_PTR object, LPCWSTR property, PBYTE value, DWORD length, DWORD flags) {
    (void)flags;
    Key *key = key_of(object);
    if (!key) return NTE_INVALID_HANDLE_;
    SECURITY_STATUS_ failure = told_to_fail("NCryptSetProperty", key->provider);
    if (failure) return failure;
    if (length != sizeof(DWORD)) return NTE_NOT_SUPPORTED_;
    if (wcscmp(property, L"Length") == 0) key->bits = *(DWORD *)value;
    else if (wcscmp(property, L"Export Policy") == 0) key->policy = *(DWORD *)value;
    else if (wcscmp(property, L"Key Usage") == 0) key->usage = *(DWORD *)value;
    else return NTE_NOT_SUPPORTED_;
    return 0;
}

static BCRYPT_ALG_HANDLE rsa(void) {
    static BCRYPT_ALG_HANDLE algorithm;
    if (!algorithm) BCryptOpenAlgorithmProvider(&algorithm, BCRYPT_RSA_ALGORITHM, NULL, 0);
    return algorithm;
}

static BOOL save(const Key *key) {
    BYTE blob[8192];
    ULONG length;
    DWORD written;
    wchar_t path[1024], draft[1100];
    if (BCryptExportKey(key->key, NULL, BCRYPT_RSAFULLPRIVATE_BLOB, blob, sizeof blob, &length, 0)) return FALSE;
    file_of(key->provider, key->container, path);
    swprintf(draft, 1100, L"%ls.draft", path);
    HANDLE file = CreateFileW(draft, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return FALSE;
    Header header = { key->policy, key->usage, length };
    BOOL ok = WriteFile(file, &header, sizeof header, &written, NULL) && WriteFile(file, blob, length, &written, NULL)
        && FlushFileBuffers(file);
    CloseHandle(file);
    return ok && MoveFileExW(draft, path, MOVEFILE_REPLACE_EXISTING);
}

__declspec(dllexport) SECURITY_STATUS_ WINAPI NCryptFinalizeKey(ULONG_PTR object, DWORD flags) {
    (void)flags;
    Key *key = key_of(object);
    if (!key || key->key) return NTE_INVALID_HANDLE_;
    SECURITY_STATUS_ failure = told_to_fail("NCryptFinalizeKey", key->provider);
    if (failure) return failure;
    if (BCryptGenerateKeyPair(rsa(), &key->key, key->bits, 0) || BCryptFinalizeKeyPair(key->key, 0)) return NTE_INTERNAL_ERROR_;
    if (!save(key)) return NTE_INTERNAL_ERROR_;
    end_if_told("NCryptFinalizeKey");
    return 0;
}

__declspec(dllexport) SECURITY_STATUS_ WINAPI NCryptOpenKey(
    ULONG_PTR provider, ULONG_PTR *out, LPCWSTR container, DWORD spec, DWORD flags) {
    (void)spec; (void)flags;
    BYTE blob[8192];
    Header header;
    DWORD read;
    wchar_t path[1024];
    Provider *in = provider_of(provider);
    if (!in) return NTE_INVALID_HANDLE_;
    SECURITY_STATUS_ failure = told_to_fail("NCryptOpenKey", in);
    if (failure) return failure;
    file_of(in, container, path);
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return NTE_BAD_KEYSET_;
    BOOL ok = ReadFile(file, &header, sizeof header, &read, NULL) && header.length <= sizeof blob
        && ReadFile(file, blob, header.length, &read, NULL) && read == header.length;
    CloseHandle(file);
    if (!ok) return NTE_INTERNAL_ERROR_;
    Key *key = calloc(1, sizeof *key);
    if (BCryptImportKeyPair(rsa(), NULL, BCRYPT_RSAFULLPRIVATE_BLOB, &key->key, blob, header.length, 0)) {
        free(key);
        return NTE_INTERNAL_ERROR_;
    }
    key->magic = 'KEY_';
    key->provider = in;
    key->policy = header.policy;
    key->usage = header.usage;
    wcsncpy(key->container, container, 255);
    *out = (ULONG_PTR)key;
    return 0;
}

__declspec(dllexport) SECURITY_STATUS_ WINAPI NCryptEnumKeys(
    ULONG_PTR provider, LPCWSTR scope, KeyName **out, PVOID *state, DWORD flags) {
    (void)scope; (void)flags;
    wchar_t path[1024];
    Provider *in = provider_of(provider);
    if (!in) return NTE_INVALID_HANDLE_;
    SECURITY_STATUS_ failure = told_to_fail("NCryptEnumKeys", in);
    if (failure) return failure;
    Enumeration *all = *state;
    if (!all) {
        all = calloc(1, sizeof *all);
        folder(in, path);
        wcscat(path, L"\\*.key");
        all->find = FindFirstFileW(path, &all->data);
        all->more = all->find != INVALID_HANDLE_VALUE;
        *state = all;
    }
    if (!all->more) return NTE_NO_MORE_ITEMS_;
    KeyName *name = calloc(1, sizeof *name + sizeof all->data.cFileName);
    name->pszName = (LPWSTR)(name + 1);
    wcscpy(name->pszName, all->data.cFileName);
    name->pszName[wcslen(name->pszName) - 4] = 0;
    name->pszAlgid = L"RSA";
    all->more = FindNextFileW(all->find, &all->data);
    *out = name;
    return 0;
}

__declspec(dllexport) SECURITY_STATUS_ WINAPI NCryptFreeBuffer(PVOID buffer) {
    free(buffer);
    return 0;
}

__declspec(dllexport) SECURITY_STATUS_ WINAPI NCryptExportKey(
    ULONG_PTR object, ULONG_PTR with, LPCWSTR type, PVOID parameters, PBYTE out, DWORD size, DWORD *length, DWORD flags) {
    (void)with; (void)parameters; (void)flags;
    Key *key = key_of(object);
    if (!key || !key->key) return NTE_INVALID_HANDLE_;
    SECURITY_STATUS_ failure = told_to_fail("NCryptExportKey", key->provider);
    if (failure) return failure;
    BOOL public = wcscmp(type, BCRYPT_RSAPUBLIC_BLOB) == 0;
    if (!public && !(key->policy & 3)) return NTE_PERM_;
    return BCryptExportKey(key->key, NULL, type, out, size, (ULONG *)length, 0) ? NTE_NOT_SUPPORTED_ : 0;
}

static BCRYPT_KEY_HANDLE copy_of(BCRYPT_KEY_HANDLE key) {
    BYTE blob[8192];
    ULONG length;
    BCRYPT_KEY_HANDLE copy;
    if (BCryptExportKey(key, NULL, BCRYPT_RSAFULLPRIVATE_BLOB, blob, sizeof blob, &length, 0)) return NULL;
    return BCryptImportKeyPair(rsa(), NULL, BCRYPT_RSAFULLPRIVATE_BLOB, &copy, blob, length, 0) ? NULL : copy;
}

__declspec(dllexport) SECURITY_STATUS_ WINAPI NCryptSignHash(
    ULONG_PTR object, PVOID padding, PBYTE hash, DWORD hash_length, PBYTE out, DWORD size, DWORD *length, DWORD flags) {
    Key *key = key_of(object);
    if (!key || !key->key) return NTE_INVALID_HANDLE_;
    SECURITY_STATUS_ failure = told_to_fail("NCryptSignHash", key->provider);
    if (failure) return failure;
    if (!(key->usage & 2)) return NTE_PERM_;
    // A fresh handle for each: in wine 8 a key that has signed with PSS signs with nothing else any more.
    BCRYPT_KEY_HANDLE once = copy_of(key->key);
    if (!once) return NTE_INTERNAL_ERROR_;
    NTSTATUS status = BCryptSignHash(once, padding, hash, hash_length, out, size, (ULONG *)length, flags & ~0x40);
    BCryptDestroyKey(once);
    return status ? NTE_INTERNAL_ERROR_ : 0;
}

__declspec(dllexport) SECURITY_STATUS_ WINAPI NCryptFreeObject(ULONG_PTR object) {
    Key *key = key_of(object);
    if (key) {
        if (key->key) BCryptDestroyKey(key->key);
        key->magic = 0;
        free(key);
        return 0;
    }
    Provider *provider = provider_of(object);
    if (!provider) return NTE_INVALID_HANDLE_;
    free(provider);
    return 0;
}

__declspec(dllexport) SECURITY_STATUS_ WINAPI NCryptDeleteKey(ULONG_PTR object, DWORD flags) {
    (void)flags;
    wchar_t path[1024];
    Key *key = key_of(object);
    if (!key) return NTE_INVALID_HANDLE_;
    SECURITY_STATUS_ failure = told_to_fail("NCryptDeleteKey", key->provider);
    if (failure) return failure;
    file_of(key->provider, key->container, path);
    if (!DeleteFileW(path)) return NTE_PERM_;
    return NCryptFreeObject(object);
}
