import { useSignal } from '@preact/signals'
import { act, ask } from './control-plane.ts'
import { about, refresh, state } from './live.ts'
import type { Settings } from './wire.ts'

type Account = Settings['accounts'][number]

/** Who may ask. What is secret is fetched, from the same snapshot as is saved, when somebody wants to see it. */
export function Accounts() {
  const whole = useSignal<readonly Account[] | undefined>(undefined)
  const masked = state.value?.settings.accounts ?? []
  const accounts = whole.value ?? masked
  const members = about.value?.members ?? []
  const show = async () => {
    const { settings } = await ask<{ settings: { accounts: readonly Account[] } }>({
      ...{ method: 'GET', path: '/snapshot' },
    })
    whole.value = settings.accounts
  }
  const save = async (changed: readonly Account[]) => {
    whole.value = changed
    const body = { accounts: changed }
    await act('Change credentials', { method: 'PATCH', path: '/settings', body })
    await refresh()
  }
  return (
    <>
      {accounts.map((account, place) => (
        <fieldset key={place} class="account">
          <legend>Account {place + 1}</legend>
          {members.map(({ name }) => (
            <label key={name} class="field">
              <span>{name}</span>
              <input
                disabled={whole.value === undefined}
                value={account.credentials[name] ?? ''}
                onChange={(event) => {
                  const credentials = { ...account.credentials, [name]: event.currentTarget.value }
                  void save(
                    accounts.map((each) => (each === account ? { ...each, credentials } : each)),
                  )
                }}
              />
            </label>
          ))}
          <label class="field check">
            <span>may use the API</span>
            <input
              type="checkbox"
              disabled={whole.value === undefined}
              checked={account.permitted}
              onChange={(event) => {
                const permitted = event.currentTarget.checked
                void save(
                  accounts.map((each) => (each === account ? { ...each, permitted } : each)),
                )
              }}
            />
          </label>
        </fieldset>
      ))}
      {whole.value === undefined ? (
        <button type="button" onClick={show}>
          Show and change
        </button>
      ) : null}
    </>
  )
}
