extension TestKeys {
  /// A private key made once for tests and published here: whoever trusts a signature by it trusts anyone.
  static let rsaPEM = """
    -----BEGIN PRIVATE KEY-----
    MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSkAgEAAoIBAQDSiOYCP3uQuI4C
    MtLfHIqCJsACIX5EnDhOLqtQyayEsrwCSeGebh919pb1O5LLFFNYhk4oHZRohnVd
    cT/CYEzopjyo07kVUG2tAzxjeUbJHHhjqg7kht5diWw9JCaws0LRcF/ybM6drE3u
    Y6FaIUN8t5ZHKTNJ83xveQ74WMQVPSU7NKn/wSoH7TNcIqG6xPIXXubQn50s360b
    2O0NJxmLUczUVrRepeVIioL5ONgUjLexDMKQlt2Vu2ckU3ysk7VcLRHRC27nmYN2
    xf8xMK9pK3gAzPC4LiFfE7xveH9/QzamonbPWKLMZ0t/mBxR7UWBwNgS3WRPo4je
    zAWivgqHAgMBAAECggEAKoCdop2LRgOkE5iMDqO16KGHCMcXNSWujkYIqtYUAHQO
    1Y1xwWis7EUcY6SjtWDElK4EcD/Meq+OWQ9oVkbXr+4Dd/fKOR3UDmYFVnWgzy/y
    s/gcapE5qft4wP0f3HNMDXkYvZmuupES6InvhIELnU14xqPwKUFBAUYYuhU9fKXO
    NgNbBF+YcSHUQs+kLp80dN/Un8Bb0nVXhgfbhG+y4dtWF1RlytJTyq0ML2Mtr6vm
    MpeCvqb0rKerPk7n/UQpDHD5zwS/lCuDbzj+9rQO8H6v1XGiWswYXNX+PcaL+rao
    UkPbRUNNX4Pkz2OkeQwTtGW+JwFOtPhxnYbDcs9LAQKBgQDpZTrbXfHBNiPeuYTs
    ry9ToxLBRMBKzxhIO8hCH03Rka8fLi3Wlnk6UoayO89j0x2Pnr7jWicPaWwzZch9
    5dbNbI0j0Vn1cQzUbbRXSOEisrqb9KFCQ9YpOq5j8/F5ILvxd/iQFzYGrIKZO4GW
    gv8QvFvtPH2VkvmOYQ6Bu9etAQKBgQDm7N1agNPGugBBZj0YvLCtZmioZNreuDHV
    oqcnyLQnSw/+KHKpdRYpl4ue40pqodwEkNqSsWWwZvNEJyRZ+b/P3RZy1NVnc1X2
    S0iLygddVcUIMzBgpwycUlzegmt8afOTrwDxbUCURbdHBHMDwiswpnI1lCSB+50h
    AaL86R7PhwKBgQDYWeVgWkpzL0u698BXYuF9J0qIa8HQ1v6MXxZ47OnHHcP3JGiL
    ZftEbCG+cKEDyTy62I3c1MImkDQjxPNAeWFQFZMUI8m/MqeQ94zX6JACCSngzbj6
    Y0XP/DySHRy3iveNlAePEmUbdKivgLDUo+PrUJ/qX0uO7qp1KFU5P7ZjAQKBgQCU
    4ra8uT7Ra+7qO468ujt3MQXdPFlZK40F3n7DScXNZ7oB9fYnh5QocMrWQFkkcwM1
    9mbWGYYku9uwX0QytrGSxUrJ8qs8rcIIr/UwG6uv47LLXKWeS1X4G6pA0/mVF4Kx
    /y0ue3AdqO1H3niBPdk23rnYDZGUNLPUKgf55Bu3VQKBgAXQ3KjHwr8mpzaSVhAg
    5clFnsP1Ir0aYOAlWw8L8egJfIXl8l9iQQ20cSp0Xf1wpZtr9530+C0KQipslHGM
    AiIAuiOl9i5EMhmFPSmy0kvZv/tyAzslDMsPvAPJZlC5aEPBBf2V0jF50zfjUnP1
    epV2NZRi+c+ZJrPPuA46v/u6
    -----END PRIVATE KEY-----

    """
}
