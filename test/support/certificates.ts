/** A key that is no secret, and certificates of it that sign themselves: of tests on this machine alone. */
const key = `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEINjQ24o6qg6owTTAZCt8yclfcFzul14yf0N2EVcj4cjboAoGCCqGSM49
AwEHoUQDQgAEtLnUXERP4Y2Jql0uWd7BEfVO909pblNZn9ulapp0AUQ1F1o35caO
40gaRuu9zvi/X7nXfBKLasyr2oOydJU5MQ==
-----END EC PRIVATE KEY-----
`;

const certificate = (pem: string): { key: string; cert: string } => ({ key, cert: `${pem}\n` });

/** For this machine, until the end of 2084. */
export const goodCertificate = certificate(`-----BEGIN CERTIFICATE-----
MIIBYzCCAQqgAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
c3QwIBcNMjQwMTAxMDAwMDAwWhgPMjA4NDEyMzEwMDAwMDBaMBQxEjAQBgNVBAMM
CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABLS51FxET+GNiapd
LlnewRH1TvdPaW5TWZ/bpWqadAFENRdaN+XGjuNIGkbrvc74v1+513wSi2rMq9qD
snSVOTGjSzBJMBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAMBgNVHRMEBTAD
AQH/MB0GA1UdDgQWBBTBmkYsjC8paw1quQMd+2hq4MXVNzAKBggqhkjOPQQDAgNH
ADBEAiAnW9MRlTFk0mnxf1A1QFwqWsXCXjYAcLTTPVnw43O4hwIgWrrAAO/DQSjm
1YJ/9O8Jpo8A9FcqDAwvVcV81SdACzU=
-----END CERTIFICATE-----`);

/** For `lain.test`. */
export const otherCertificate = certificate(`-----BEGIN CERTIFICATE-----
MIIBXTCCAQSgAwIBAgIBAjAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsYWluLnRl
c3QwIBcNMjQwMTAxMDAwMDAwWhgPMjA4NDEyMzEwMDAwMDBaMBQxEjAQBgNVBAMM
CWxhaW4udGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABLS51FxET+GNiapd
LlnewRH1TvdPaW5TWZ/bpWqadAFENRdaN+XGjuNIGkbrvc74v1+513wSi2rMq9qD
snSVOTGjRTBDMBQGA1UdEQQNMAuCCWxhaW4udGVzdDAMBgNVHRMEBTADAQH/MB0G
A1UdDgQWBBTBmkYsjC8paw1quQMd+2hq4MXVNzAKBggqhkjOPQQDAgNHADBEAiAc
KV6imwSk07WbcqXlO2lOUuPozTTxXOOFmS6GgaJMygIgTCMr4NaXfjXhGLrw2kOB
3Uxp9eBF7+nC+Q98D58T7Ko=
-----END CERTIFICATE-----`);

/** For this machine, until the first of January 2025. */
export const expiredCertificate = certificate(`-----BEGIN CERTIFICATE-----
MIIBYjCCAQigAwIBAgIBAzAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
c3QwHhcNMjQwMTAxMDAwMDAwWhcNMjUwMTAxMDAwMDAwWjAUMRIwEAYDVQQDDAls
b2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAS0udRcRE/hjYmqXS5Z
3sER9U73T2luU1mf26VqmnQBRDUXWjflxo7jSBpG673O+L9fudd8EotqzKvag7J0
lTkxo0swSTAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwDAYDVR0TBAUwAwEB
/zAdBgNVHQ4EFgQUwZpGLIwvKWsNarkDHftoauDF1TcwCgYIKoZIzj0EAwIDSAAw
RQIhANAQvuwR9/g/6vWrCEKQBttA9ouIo+GWjw5uBFEYq0O1AiBPn0j5Z18AVHNm
MbC5Ozfml9QHrX8lon2n1KHDY9wwJQ==
-----END CERTIFICATE-----`);

/** For this machine, until the end of 2084, by somebody whom nobody trusts. */
export const strangeCertificate = certificate(`-----BEGIN CERTIFICATE-----
MIIBXDCCAQKgAwIBAgIBBDAKBggqhkjOPQQDAjAQMQ4wDAYDVQQDDAVhc2luZzAg
Fw0yNDAxMDEwMDAwMDBaGA8yMDg0MTIzMTAwMDAwMFowEDEOMAwGA1UEAwwFYXNp
bmcwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAS0udRcRE/hjYmqXS5Z3sER9U73
T2luU1mf26VqmnQBRDUXWjflxo7jSBpG673O+L9fudd8EotqzKvag7J0lTkxo0sw
STAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwDAYDVR0TBAUwAwEB/zAdBgNV
HQ4EFgQUwZpGLIwvKWsNarkDHftoauDF1TcwCgYIKoZIzj0EAwIDSAAwRQIgPJzx
LRfsUsVMvuJzZCPsfqOQn2AJzs5rlYmKUrbiZL4CIQDFifrXnOW4nIDtp1ml5KeP
ReSvX89bmsYfMReOdhrjZg==
-----END CERTIFICATE-----`);
