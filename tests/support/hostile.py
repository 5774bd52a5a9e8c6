"""Hostile texts: what strangers could call a model, in many scripts, with controls, and far too long."""

from itertools import cycle, islice

WORDS = (
    "GPT-4.1 nano", "<script>alert(1)</script>", "]]></title><a href='x'>", '"onload="alert(1)', "&amp;&#0;&lt;",
    "模型名称很长的中文模型", "日本語のモデル", "한국어 모델 이름", "نموذج اللغة العربية", "מודל שפה",
    "हिन्दी भाषा मॉडल", "தமிழ் மாதிரி", "แบบจำลองภาษาไทย", "Модель языка", "Γλωσσικό μοντέλο",
    "🦙🦙 Llama", "👩‍👩‍👧‍👦 family", "❤️ heart", "🇩🇪🇫🇷 flags", "1️⃣ keycap",
    "Z̷̢̧͉̝̪̹̦a̴̡͇̮̩͙l̵̢̛͍g̷̨̛o̶", "\u202eright to left\u202c", "zero\u200bwidth\u200djoiners\ufeff",
    "bell\x07null\x00escape\x1b", "tab\tand\nline\r\nends",
    "   ", "", "\ud800 surrogate", "\ufffe\uffff", "e\u0301 composed",
    "½ ⅓ ∑ ∞ ≠ ≤ → ⇒", "ﬁ ﬂ ligatures", "Ｆｕｌｌｗｉｄｔｈ", "\U000e0041\U000e0042 tags", "\u00adsoft\u00adhyphen",
    "W" * 40, "i" * 80, "'" * 60, '"' * 60, "&" * 60,
)  # fmt: skip
LENGTHS = (1, 5, 17, 60, 300)


def texts(count: int = 200) -> list[str]:
    """Return so many texts: each word as it is, then repeated to several lengths."""
    words = [word for word in WORDS if word.strip()]
    grown = [(f"{word} " * (length // len(word) + 1))[:length] for length in LENGTHS for word in words]
    return list(islice(cycle((*WORDS, *grown)), count))
