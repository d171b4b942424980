"""Calls P000 as a comune's software in Python does: python3 zeep_p000.py WSDL ADDRESS CA CERTIFICATE KEY COMUNE REQUEST
Answers one line of JSON. What goes wrong in a call is part of the answer, as the caller's library tells it."""
import hashlib
import json
import sys
import uuid

import requests
import zeep
from zeep.transports import Transport

wsdl, indirizzo, ca, certificato, chiave, comune, richiesta = sys.argv[1:]
sessione = requests.Session()
sessione.trust_env = False  # a machine's own bundle of authorities would win over ours
sessione.verify = ca
sessione.cert = (certificato, chiave)
client = zeep.Client(wsdl, transport=Transport(session=sessione, timeout=20))
servizio = client.create_service(next(iter(client.wsdl.bindings)), indirizzo)


def testata(operazione):
    return {
        "idOperazioneComune": uuid.uuid4().hex[:20],
        "codMittente": comune,
        "codDestinatario": "999999",
        "operazioneRichiesta": operazione,
        "dataOraRichiesta": "2026-03-05T09:59:00",
        "tipoOperazione": "C",
        "tipoInvio": "TEST",
    }


def chiama(nome, operazione, **corpo):
    try:
        return zeep.helpers.serialize_object(servizio[nome](testataRichiesta=testata(operazione), **corpo), dict)
    except zeep.exceptions.Fault as colpa:
        return {"colpa": colpa.message}


def codici(r):
    ko = r.get("rispostaKO") if isinstance(r, dict) else None
    return [e["codiceErroreAnomalia"] for e in ko["listaErrori"]["errore"]] if ko else None


def elenco(dal, al):
    return chiama(
        "elenco",
        "P001",
        criteriRicerca={"dataIniziale": dal, "dataFinale": al, "idTipologia": "1", "idStatoRichiesta": ""},
    )


def aggiorna(stato):
    return chiama(
        "aggiorna",
        "P003",
        criteriAggiornamento={"codiceRichiesta": richiesta, "idStatoRichiesta": stato, "operatore": "RSSMRA80A01H501U"},
    )


trovate = elenco("2026-03-01", "2026-03-05")
if "colpa" in trovate:
    print(json.dumps(trovate))
    sys.exit(0)
d = chiama("dettaglio", "P002", criteriRicerca={"codiceRichiesta": richiesta})["RispostaOKP002"]["dettaglio"]
vietato = aggiorna("5")
print(
    json.dumps(
        {
            "trovate": [r["codiceRichiesta"] for r in trovate["RispostaOKP001"]["elenco"]["richiesta"]],
            "niente": codici(elenco("2025-01-01", "2025-01-31")),
            "stato": d["statoRichiestaCorrente"]["idStato"],
            "allegati": [hashlib.sha256(a["contenuto"]).hexdigest() for a in d["allegati"]["allegato"]],
            "vietato": codici(vietato),
            "mossa": aggiorna("3")["RispostaOKP003"]["esito"]["codiceEsito"],
        }
    )
)
