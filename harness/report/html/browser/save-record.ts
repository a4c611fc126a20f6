/** Saves the record that the page holds, for `connector-contract report` to make other forms of it. */
export function saveRecord(): void {
  const record = document.querySelector('#record')?.textContent
  document.querySelector('#save')?.addEventListener('click', () => {
    if (record === null || record === undefined) return
    const text = `${JSON.stringify(JSON.parse(record), null, 2)}\n`
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    link.download = 'report.json'
    link.click()
    URL.revokeObjectURL(link.href)
  })
}
