package jp.inkan.host.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an older version has sent is made again by a newer one, when it asks the bank about it. */
@DisplayName("A request for a certificate")
class CertificateRequestTest {
    /** Made for this test. */
    private static final String KEY = """
            MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCXjr+SKJcr5ubvi7XuCfdYFb1fSwMnSj46dtkPSoO8G1eEqn1FmZd00GteBGxATbTGm0wD
            Ck/0SUAgYb8af/EecF3tM7KFH6n1w8/UTqb/USxbPf8yylXG+OocRYsx3B4uVM2QbYfUFuo59SE5hc+MOrdA+bE9BgmC5I5lvmHThaA/bPyoJYw284JPKQHC
            X8EDBTfNSweqcWWgcAZykjUH4bFSARMdLCkuN32X43wXvWLSekDJYaHmAhebc88exmtLoxza29kaN0EYPB55MNfCTC2EGc8sZja7jPKV2xCE6wh4FvsZIyqj
            Gb3KRqEgyb1ed7BP1hMlHP8k0/519CxlAgMBAAECggEAENLkyym8VkBEhHTi1jC/B0Uqh2iBShxAuia1Q7BG3Vu/pFd0noRFPs9gC8i754t4tM9Kac/8Pibf
            eni/SQbI0lMw6gLiH0r7h++bo3qzqQXuwZYpPQ8e5H5/JnJF2FwR8ZyyUQUHnfCJQbPHY2ZKOsvNyeWt2hNQfPo4IG042M0Bwav9p2GwxXipXuEA0bfOVxVs
            oX0FQUdb9OpRIQt+hqpidaSZubBexn1hhkm6zJJrrAVatX8r7FsmK0D6Jeqvg8UwiT4o6BdFhP3vsDCkc69fILgmyOLABMRODHMzw+zrva1Uj805Fa6u9gHU
            b8PugmIyHcd1Kw7gWmxcAACIZQKBgQDSBZzLjrNXzr2kscgBmAmq8JLmW6R4SToY3GIeJsWgmWgQFC687Y7kwdJkE7At5C+PKPuNu9+Mf4P/4kdtdZLB+gEk
            /li9c2kC5USAEz8Yt2JrJB1VNag6AyN0KQH/rImCDD+4QcwqjityBzq+kwYPTjg5kTPAHEuXii8qoqhDxwKBgQC4vJWgNpILngjLTCZH4++vJeoTjLAj+O3s
            KZCiC824kKWTllHiQ2MeY5eYa2sctwwuky8lhyAjSA0wGFq/F2truNo5gkNXHLe8V6dCINJMxbzdXJknwtHNTXYZFuhUi1z/WEX1EZ7TOBfC2jVJbOuKFtaw
            R5HJkWuNogIrQeB2cwKBgGvo2FQ6oOlH32bktZgkDyuWalQT2CC5tzEY4w0M7NQEnlRMmmsWQCpHcBtdhlM+ADW1X/LGCil9R0xNblfOZjZmhvoD+YJ17wm+
            1QBdYzkG2HmmV6/1XtdXz3qaq107wHdiZcb9f7KJ08bF8igDEMUCcp8ZfRaDM0/Mf0mPw5b3AoGBAJ1ynVPfLroYBwa98CJ1cmKkvcvLrJP8JUuSYWK7DKqx
            HW2cQE3HgUL1Ps75PmFK4WcQqq4hbJKlZhgHqdAT9cnp0pQRIbOtFiu/yR3jO1mTblR8B0yMDqQb0PuxOnJUFP7MDVPBoMwEkrvPnnrmChm3PWMgnHBfMHuW
            CKM1kklhAoGAQceWZR3/gGfDmxqNfo//zZyL28h+iZocyIMpBMWVAuYxCV2ntXkl8XvmvBSm9G8BJc37FRgF42P+TPmg1ZPTHWO1iyW/o/Aw+dPMBefhQHB/
            rE+A+wMofhlM9JrgxmRV/PnpvMeAzwuHjOFaymdkZ861cL5hC8vrFOy6qzoBUPs=
            """;
    private static final Provider SIGNER = Security.getProvider("SunRsaSign");

    private static PrivateKey privateKey() throws Exception {
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(KEY)));
    }

    private static PublicKey publicKey() throws Exception {
        var key = (RSAPrivateCrtKey) privateKey();
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    }

    private static String digest(byte[] der) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
    }

    @Test
    @DisplayName("has the same bytes for the same key and login id in every version, and tells the login id again")
    void issue() throws Exception {
        byte[] der = CertificateRequest.forLoginId("logid031", publicKey(), privateKey(), SIGNER);
        assertThat(digest(der)).isEqualTo("3839c178c3618f8f3bc26d0a3e173281d08c04bd1341dd3943c706065d3ac287");
        assertThat(CertificateRequest.loginIdOf(der)).hasValue("logid031");
        assertThat(CertificateRequest.publicKeyOf(der)).isEqualTo(publicKey());
    }

    @Test
    @DisplayName("has the same bytes for the same key and old name in every version")
    void renewal() throws Exception {
        var subject = new X500Principal("CN=logid031 A001 20200304153656560435, OU=(9999)ANSER-WEB(BizSOL) CA, O=(9999)NTT DATA CORPORATION");
        byte[] der = CertificateRequest.forSubject(subject, publicKey(), privateKey(), SIGNER);
        assertThat(digest(der)).isEqualTo("e41b607c0f2742a7ca0e25a9691c9d40067e001bca0ff99e51ddd216146b9f95");
        assertThat(CertificateRequest.loginIdOf(der)).isEmpty();
    }
}
