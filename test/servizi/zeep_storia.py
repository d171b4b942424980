"""One call of P000 as a comune's software in Python makes it:
python3 zeep_storia.py WSDL ADDRESS CA CERTIFICATE KEY COMUNE (elenco DAY | dettaglio NUMBER | aggiorna NUMBER STATE NOTE | proroga NUMBER NOTE)
Answers one line of JSON."""
import json
import sys
import uuid

import requests
import zeep
from zeep.transports import Transport

wsdl, indirizzo, ca, certificato, chiave, comune, che, *resto = sys.argv[1:]
sessione = requests.Session()
sessione.trust_env = False  # a machine's own bundle of authorities would win over ours
sessione.verify = ca
sessione.cert = (certificato, chiave)
client = zeep.Client(wsdl, transport=Transport(session=sessione, timeout=30))
servizio = client.create_service(next(iter(client.wsdl.bindings)), indirizzo)


def chiama(nome, operazione, **corpo):
    testata = {
        "idOperazioneComune": uuid.uuid4().hex[:20],
        "codMittente": comune,
        "codDestinatario": "999999",
        "operazioneRichiesta": operazione,
        "dataOraRichiesta": "2026-03-05T09:59:00",
        "tipoOperazione": "C",
        "tipoInvio": "TEST",
    }
    r = zeep.helpers.serialize_object(servizio[nome](testataRichiesta=testata, **corpo), dict)
    ko = r.get("rispostaKO")
    return r, [e["codiceErroreAnomalia"] for e in ko["listaErrori"]["errore"]] if ko else None


def aggiorna(**criteri):
    r, errori = chiama(
        "aggiorna",
        "P003",
        criteriAggiornamento={"codiceRichiesta": resto[0], "operatore": "RSSMRA80A01H501U", **criteri},
    )
    return {"errori": errori} if errori else {"esito": r["RispostaOKP003"]["esito"]["codiceEsito"]}


def elenco():
    giorno = resto[0]
    criteri = {"dataIniziale": giorno, "dataFinale": giorno, "idTipologia": "1", "idStatoRichiesta": ""}
    r, errori = chiama("elenco", "P001", criteriRicerca=criteri)
    return {"errori": errori} if errori else {"trovate": [x["codiceRichiesta"] for x in r["RispostaOKP001"]["elenco"]["richiesta"]]}


def dettaglio():
    r, errori = chiama("dettaglio", "P002", criteriRicerca={"codiceRichiesta": resto[0]})
    if errori:
        return {"errori": errori}
    d = r["RispostaOKP002"]["dettaglio"]
    return {
        "stato": d["statoRichiestaCorrente"]["idStato"],
        "allegati": len(d["allegati"]["allegato"]),
        "riepilogo": d["riepilogoRichiesta"]["contenuto"][:4].decode("latin-1"),
    }


CHIAMATE = {
    "elenco": elenco,
    "dettaglio": dettaglio,
    "aggiorna": lambda: aggiorna(idStatoRichiesta=resto[1], **({"note": resto[2]} if resto[2] else {})),
    "proroga": lambda: aggiorna(richiestaProroga=True, note=resto[1]),
}
print(json.dumps(CHIAMATE[che]()))
