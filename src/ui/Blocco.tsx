/** Blocks somebody or something with a reason, or lifts the block: a form for `<indirizzo>/blocca` or `<indirizzo>/sblocca`.
 *  @param props.id of the row, different from all others of the page
 *  @param props.campi what else the form carries: whom it is about */
export function Blocco(props: {
  indirizzo: string
  id: string
  bloccato: boolean
  campi: Readonly<Record<string, string>>
  parole: { motivo: string; blocca: string; sblocca: string }
}) {
  const { bloccato, parole: t } = props
  const motivo = `motivo-${props.id}`
  return (
    <form class="com-azione" method="post" action={`${props.indirizzo}/${bloccato ? 'sblocca' : 'blocca'}`}>
      {Object.entries(props.campi).map(([nome, valore]) => (
        <input type="hidden" name={nome} value={valore} />
      ))}
      {!bloccato && (
        <>
          <label for={motivo} safe>
            {t.motivo}
          </label>
          <input type="text" id={motivo} name="motivo" maxlength="200" />
        </>
      )}
      <button class="btn btn-outline-primary" type="submit" safe>
        {bloccato ? t.sblocca : t.blocca}
      </button>
    </form>
  )
}
