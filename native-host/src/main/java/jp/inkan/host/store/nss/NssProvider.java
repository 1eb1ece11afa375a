package jp.inkan.host.store.nss;

import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import jp.inkan.host.store.StoreException;

/** The JDK's PKCS#11 provider over NSS's own database. */
final class NssProvider {
    private NssProvider() {}

    /** @param folder of a database that is there; a process opens one, once */
    static Provider open(Path folder) throws StoreException {
        try {
            Provider nss = Security.getProvider("SunPKCS11").configure(configuration(folder));
            // TLS looks for the signer of a key among the JVM's providers. Behind all others: further in front, it would make
            // its ephemeral keys in the user's database.
            Security.addProvider(nss);
            Security.addProvider(new TokenPss(nss));
            return nss;
        } catch (RuntimeException e) {
            // ProviderException; and once that has happened, the JDK's own NullPointerException at every further try.
            throw new StoreException("The NSS database can't be opened", e);
        }
    }

    /** The private key is made for this session alone; it is written to the database with its placeholder, in one step. */
    private static String configuration(Path folder) {
        return """
            --name=inkan
            nssSecmodDirectory="sql:%s"
            nssDbMode=readWrite
            nssModule=keystore
            attributes(generate,CKO_PRIVATE_KEY,*) = {
              CKA_TOKEN = false
              CKA_PRIVATE = true
              CKA_SENSITIVE = true
              CKA_EXTRACTABLE = false
              CKA_SIGN = true
            }
            attributes(generate,CKO_PUBLIC_KEY,*) = {
              CKA_TOKEN = false
              CKA_VERIFY = true
            }
            """.formatted(folder.toString().replace("\\", "\\\\").replace("\"", "\\\""));
    }
}
