import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gonogo_review.secrets import find, mask, tokens
from gonogo_review.text import decode

CORPUS = Path(__file__).parents[5] / "shared" / "corpus" / "dev"
JWT = (
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
    "eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkphbmUifQ."
    "2Xg1cF0dPq3u0m1Hn0v9s8bYq4Z6w1r7Kx5tLh3JcE"
)
PARTS = "ghp_" + "a1B2c3D4e5F6g7H8i9J0" + "k1L2m3N4o5P6q7R8"


def values(*lines: str) -> list[str]:
    return [lines[secret.line - 1][secret.start : secret.end] for secret in find(lines)]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("- Default password: admin123", "admin123"),
        ("- **Password**: `Winter2026!`", "Winter2026!"),
        ("The default admin password is `letmein`.", "letmein"),
        ("DB_PASSWORD=orders_pw_77", "orders_pw_77"),
        ("POSTGRES_PASSWORD: postgres", "postgres"),
        ('  "password": "hunter22",', "hunter22"),
        ('curl -d \'{"user":"qa","password":"qa-pass-1"}\' https://shop.test/login', "qa-pass-1"),
        ("mysql: user root, password=S3cr3t-root", "S3cr3t-root"),
        ("- Consistent defaults: `orders_secure_pass_2025`", "orders_secure_pass_2025"),
        ("Contraseña: Verano2025", "Verano2025"),
        ("Senha padrão: mudar123a", "mudar123a"),
        ("Mot de passe : `Soleil99`", "Soleil99"),
        ("Passwort: Sommer2025!", "Sommer2025!"),
        ("Hasło administratora: Zima2025x", "Zima2025x"),
        ("Şifre: Yaz2025abc", "Yaz2025abc"),
        ("Пароль: Leto2025x", "Leto2025x"),
        ("初始密码：Admin@2025", "Admin@2025"),
        ("パスワード：natsu2025", "natsu2025"),
        ("비밀번호: bom2025ab", "bom2025ab"),
        ("- Buyer: buyer@shop.test / demo123", "demo123"),
        ("- Vendeur : vendeur@boutique.test | `boutik77`", "boutik77"),
        ("Login: admin/admin123", "admin123"),
        ("### Carrier (anna/anna2024)", "anna2024"),
        ("- **Accounts**: `buyer01` / `password`", "password"),
        ("- **配達員アカウント**: `rider01` / `rider2031`", "rider2031"),
        ("Credentials: `admin` / `admin`", "admin"),
        ("Log in with `admin` / `admin123`", "admin123"),
        ("- RabbitMQ (guest/guest)", "guest"),
        ("- Grafana: http://localhost:3001 (admin/grafana123)", "grafana123"),
        ("- MinIO: minioadmin / minioadmin", "minioadmin"),
        ("Username: owner, Password: owner", "owner"),
        ("- user: `demo` pass: `demo1234`", "demo1234"),
        ('- Removed a hardcoded password ("Passw0rd!")', "Passw0rd!"),
        ("basic auth (ops:Sup3rS3cret)", "Sup3rS3cret"),
        ("测试账号：test01 / 密码：123456", "123456"),
        ("AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYzz88KEYabc", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYzz88KEYabc"),
        ("API key: 9f8e7d6c5b4a39281706", "9f8e7d6c5b4a39281706"),
        ("JWT_SECRET=k3yb0ard-c4t-on-the-r00f", "k3yb0ard-c4t-on-the-r00f"),
        ("postgres://orders:pa55word@db.internal:5432/orders", "pa55word"),
        ("amqp://guest:guest77@mq:5672", "guest77"),
        ("redis://:r3d1spw@cache:6379/0", "r3d1spw"),
        (f"Authorization: Bearer {JWT}", JWT),
        (f"Token for the release bot is {PARTS}.", PARTS),
        ("The default password is hunter.", "hunter"),
        ("- Admin password is swordfish (change it)", "swordfish"),
        ("Default password: admin", "admin"),
        ("默认密码是 admin", "admin"),
        ("Mot de passe : soleil", "soleil"),
        ("Default credentials: admin / letmein", "letmein"),
        ("Log in with user admin and password `Lindenallee`", "Lindenallee"),
        ("username `ops` password `Lindenallee`", "Lindenallee"),
        ("Sign in as admin with the password letmein", "letmein"),
        ("Log in as ops, password kastanie7", "kastanie7"),
        ("MAILGUN=key-3ax6xnjp29jd6fds4gc373sgvjxteol0", "key-3ax6xnjp29jd6fds4gc373sgvjxteol0"),
        ("aws_access_key_id = AKIA2E0A8F3B244C9986", "AKIA2E0A8F3B244C9986"),
    ],
)
def test_a_credential_is_found_with_its_place(line: str, value: str) -> None:
    assert values(line) == [value]


@pytest.mark.parametrize(
    "line",
    [
        "Password: your-password",
        "password (`compose.yaml:9`)",
        "Removed a hardcoded password (`src/main/App.java:120:5`)",
        "token (`deploy/values.yaml:44-47`)",
        "secret (`app.py#L4-L9`)",
        "Hardcoded credentials: `config/db.yml:17`",
        "password = 'settings.json:12'",
        "Reset password: admin",
        "The password is secure.",
        "The default password is rotated.",
        "The default password is unchanged",
        "La contraseña es obligatoria",
        "Das Standardpasswort ist sicher",
        "Sign in as admin with password protection",
        "Users with password authentication",
        "login: bytes, password: bytes",
        "https://a:b@xn--g6w251d/?abc#foo",
        "see https://docs.shop.test/auth@v2.3/page?x=1",
        "DB_PASSWORD=${DB_PASSWORD}",
        "DB_PASSWORD=changeme",
        "REDIS_PASSWORD: ${REDIS_PASSWORD:-changeme-in-production}",
        "password: ***",
        "password: <password>",
        "password: xxxxxxxx",
        "API_KEY=xxx-xxx-xxx",
        "api_key: your_api_key_here",
        "token: {{ github.token }}",
        "Password: required",
        "- Password hashing: bcrypt (12 rounds)",
        "- Password: bcrypt",
        "Passwords: Argon2id, 64 MB",
        "Password policy: 12 characters, one digit",
        "- **Password**: min 8 characters",
        "Password encryption: AES-256",
        "password = os.environ['DB_PASSWORD']",
        "const password = process.env.DB_PASSWORD",
        "`password`: `string`",
        "secret: secrets.DEPLOY_KEY",
        "Token expiry: 15 minutes",
        "Token: 401 Unauthorized",
        "- Token blacklist: 7/7 tests",
        "Login: 12/15 tests",
        "Login: https://shop.test/login",
        "Access token lifetime is 3600s",
        "Commit: 3f786850e387550fdab836ed7e6dc881de23001b",
        "sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "Contact: qa@shop.test / +49 30 1234567",
        "Owner: anna@shop.test - v2.3.1",
        "ana@shop.test: 200 OK",
        "Default: `order_timeout_2024`",
        "Password reset: `POST /auth/reset`",
        "password → password_hash",
        "senha: obrigatória",
        "密码：必填",
        "密码强度验证",
        "https://user:password@host/",
        "postgres://${DB_USER}:${DB_PASSWORD}@db/orders",
        "The secret is good testing.",
        "API key management",
        "username: tester01",
        "Key: value1234567890",
        "- Secret scanning: gitleaks 8.18.2",
        "Passwort: siehe Tresor",
        "pass: 12",
        "| PASS | 12 | 3 |",
        "- PASS: test_auth_01",
        "- image postgres:15-alpine, rabbitmq:3.12-management",
        "- routes admin/users and admin/orders2",
        "Accounts (admin/editor/viewer)",
        "Username: required, Password: required",
        "Token: tests/test_token_2024.py",
        "export GITHUB_TOKEN=ghp_" + "x" * 36,
        "a@shop.test / b@shop.test",
        "- Email/password login: 12/12",
    ],
)
def test_what_is_no_credential_is_left_alone(line: str) -> None:
    assert values(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "The docs stand at https://docs.example.test/start and at http://localhost:8080/status@v2",
        "See `risk-assessment-simple.test.ts`, BACKUP_ACCESS_SETTINGS and xoxo-greetings-team",
    ],
)
def test_no_plugin_is_asked_what_it_cannot_answer(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def load(module: str, name: str) -> None:
        raise AssertionError(f"{module}.{name} brings an HTTP client with it")

    monkeypatch.setattr(tokens, "_detector", load)
    assert find([line]) == ()


def test_a_table_of_accounts() -> None:
    table = [
        "| Role | E-mail | Password |",
        "|------|--------|----------|",
        "| Admin | admin@shop.test | `Adm1n-2025` |",
        "| Buyer | buyer@shop.test | demo123 |",
        "| Guest | guest@shop.test | changeme |",
        "",
        "| Role | E-mail | Phone |",
        "| Admin | admin@shop.test | 4930123456 |",
    ]
    assert values(*table) == ["Adm1n-2025", "demo123"]


def test_a_row_within_a_table_is_no_header_of_accounts() -> None:
    rows = [
        "| Page | State | Note |",
        "|---|---|---|",
        "| Reset | done | new password by email |",
        "| Login | done | Works |",
    ]
    assert values(*rows) == []


def test_passwords_that_a_title_announces() -> None:
    listed = [
        "Postgres: Bakery2031!",
        "- Redis: `Ovens2031!`",
        "Expiry: 90 days",
        "Cache: Redis7",
        "Host: db-1.internal",
    ]
    assert values("### Default passwords", "```", *listed, "```") == ["Bakery2031!", "Ovens2031!"]
    assert values("### Versions", *listed) == []
    assert values("### Default passwords", "## Hosts", *listed) == []


def test_a_table_of_fields_is_none() -> None:
    assert values("| Field | Type |", "|---|---|", "| password | varchar |", "| token | text |") == []


def test_a_private_key_is_covered_to_its_end() -> None:
    key = [
        "-----BEGIN RSA PRIVATE KEY-----",
        "MIIEpAIBAAKCAQEA7bq9tY3h",
        "AoGBAK1x0c4T==",
        "-----END RSA PRIVATE KEY-----",
        "after",
    ]
    found = find(key)
    assert [secret.line for secret in found] == [1]
    assert mask(key, found) == (key[0], "•" * 24, "•" * 14, key[3], "after")


def test_speaking_of_private_keys_leaks_none() -> None:
    assert values("Look for -----BEGIN RSA PRIVATE KEY----- in the sources.", "None was found.") == []


def test_a_mask_moves_nothing() -> None:
    lines = ("a@shop.test / demo123, b@shop.test / demo456", "clean ✅")
    masked = mask(lines, find(lines))
    assert masked == ("a@shop.test / •••••••, b@shop.test / •••••••", "clean ✅")


def test_a_fingerprint_survives_moves_and_tells_changes() -> None:
    (first,) = find(["- Password:   admin123"])
    (moved,) = find(["", "", "  - Password: admin123"])
    (changed,) = find(["- Password: admin124x"])
    (elsewhere,) = find(["- Staging password: admin123"])
    assert first.fingerprint == moved.fingerprint
    assert len({first.fingerprint, changed.fingerprint, elsewhere.fingerprint}) == 3


def test_many_values_share_a_fingerprint_so_that_none_can_be_guessed_from_it() -> None:
    prints = {find([f"Password: guess{number}x"])[0].fingerprint for number in range(12_000)}
    assert len(prints) <= 4096


@given(st.lists(st.text()))
def test_any_lines_keep_their_lengths(lines: list[str]) -> None:
    found = find(lines)
    assert [len(line) for line in mask(lines, found)] == [len(line) for line in lines]
    assert all(0 <= secret.start < secret.end <= len(lines[secret.line - 1]) for secret in found)


@given(
    st.from_regex(r"[A-Za-z]{4,10}[0-9]{2,6}", fullmatch=True),
    st.sampled_from(["Password: {}", "DB_PASSWORD={}", "pwd = '{}'", "密码：{}"]),
)
def test_no_value_stays_in_the_masked_text(value: str, form: str) -> None:
    lines = [form.format(value)]
    found = find(lines)
    assert not found or value not in mask(lines, found)[0]


HOSTILE = {
    "labels": "password " * 100_000,
    "tokens": "eyJ" * 300_000,
    "logins": "login: a/b" * 100_000,
    "addresses": "://a:" * 200_000,
    "open": "secret (" * 50_000,
    "letters": "a" * 10_000_000,
    "zeros": "\0" * 100_000,
}


@pytest.mark.parametrize("line", HOSTILE.values(), ids=HOSTILE)
def test_hostile_lines_are_read_in_one_go(line: str) -> None:
    assert isinstance(find([line]), tuple)


def test_a_hundred_thousand_lines() -> None:
    lines = ["password: admin123"] * 100_000
    assert set(mask(lines, find(lines))) == {"password: ••••••••"}


def test_a_value_is_covered_wherever_it_stands_again():
    lines = (
        "Password: admin123",
        "log in with admin123, not admin1234 or xadmin123",
        "user: owner, password: owner",
        "owner",
    )
    assert mask(lines, find(lines)) == (
        "Password: ••••••••",
        "log in with ••••••••, not admin1234 or xadmin123",
        "user: owner, password: •••••",
        "owner",
    )


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.md")), ids=lambda path: str(path.stem))
def test_what_careful_readers_found(path: Path) -> None:
    gold = json.loads(path.with_suffix(".issues.json").read_text())["secrets"]
    assert [secret.line for secret in find(decode(path.read_bytes()).lines)] == [secret["line"] for secret in gold]
