"""Labels of service types and languages."""

import os

HERE = os.path.dirname(os.path.abspath(__file__))
LANGUAGES = {
    "ar": "Arabic",
    "bfi": "British Sign Language",
    "bn": "Bengali",
    "cy": "Welsh",
    "fa": "Farsi",
    "fr": "French",
    "hi": "Hindi",
    "ku": "Kurdish",
    "pa": "Punjabi",
    "pl": "Polish",
    "ro": "Romanian",
    "rom": "Romani",
    "ru": "Russian",
    "sk": "Slovak",
    "so": "Somali",
    "ti": "Tigrinya",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "yue": "Cantonese",
    "zh": "Chinese",
}


def read_service_types():
    with open(os.path.join(HERE, "service_types.tsv"), encoding="utf-8") as file:
        return dict(line.rstrip("\n").split("\t") for line in file if not line.startswith("#"))


SERVICE_TYPES = read_service_types()
