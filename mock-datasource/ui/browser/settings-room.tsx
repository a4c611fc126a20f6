import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { Accounts } from './accounts.tsx'
import { act } from './control-plane.ts'
import { LatencySlider } from './latency-slider.tsx'
import { about, refresh, state } from './live.ts'

async function patch(said: string, body: unknown): Promise<void> {
  await act(said, { method: 'PATCH', path: '/settings', body })
  await refresh()
}

/** What the mock is like, changed as it runs. */
export function SettingsRoom() {
  const settings = state.value?.settings
  if (settings === undefined) return null
  const { max_page_size, data_set, progress, ids, ending } = settings
  const ends = about.value?.states.filter(({ means }) => means !== 'RUNNING') ?? []
  const hasSearches = ends.length > 0
  return (
    <div class="room settings">
      <Card title="Latency of everything">
        <LatencySlider />
      </Card>
      <Card title="Pages">
        <NumberSetting
          label="Most rows of a page"
          value={max_page_size}
          least={1}
          set={(value) => patch(`Page size ${value}`, { max_page_size: value })}
        />
      </Card>
      <Card title="Rows">
        {data_set.data === undefined ? (
          <>
            <NumberSetting
              label="How many"
              value={data_set.rows ?? 0}
              least={0}
              set={(rows) => patch(`${rows} rows`, { data_set: { ...data_set, rows } })}
            />
            <NumberSetting
              label="Made from seed"
              value={data_set.seed ?? 1}
              least={0}
              set={(seed) => patch(`Rows of seed ${seed}`, { data_set: { ...data_set, seed } })}
            />
          </>
        ) : (
          <p>{data_set.data} of your own.</p>
        )}
      </Card>
      {hasSearches ? (
        <Card title="Searches made from now on">
          <label class="field">
            <span>Progress is driven by</span>
            <select
              value={progress.by}
              onChange={(event) =>
                patch(
                  'How progress is driven',
                  event.currentTarget.value === 'clock'
                    ? { progress: { by: 'clock', milliseconds: 5_000 } }
                    : { progress: { by: 'polls', polls: 2 } },
                )
              }
            >
              <option value="polls">status calls</option>
              <option value="clock">the clock</option>
            </select>
          </label>
          {progress.by === 'polls' ? (
            <NumberSetting
              label="Status calls that find it running"
              value={progress.polls ?? 0}
              least={0}
              set={(polls) => patch(`${polls} polls`, { progress: { by: 'polls', polls } })}
            />
          ) : (
            <NumberSetting
              label="Milliseconds until it ends"
              value={progress.milliseconds ?? 0}
              least={0}
              set={(milliseconds) =>
                patch(`Ends after ${milliseconds} ms`, { progress: { by: 'clock', milliseconds } })
              }
            />
          )}
          <label class="field">
            <span>They end</span>
            <select
              value={ending?.status ?? about.value?.completed ?? ''}
              onChange={(event) => {
                const status = event.currentTarget.value
                const at = status === about.value?.completed ? 100 : 50
                void patch(`Searches end ${status}`, { ending: { status, progress: at } })
              }}
            >
              {ends.map(({ word }) => (
                <option key={word} value={word}>
                  {word}
                  {word === about.value?.completed ? '' : ' at 50 %'}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>Ids</span>
            <select
              value={ids}
              onChange={(event) => patch('Ids', { ids: event.currentTarget.value })}
            >
              <option value="uuid">UUIDs</option>
              <option value="awkward">awkward ones</option>
            </select>
          </label>
        </Card>
      ) : null}
      <Card title="Credentials">
        <Accounts />
      </Card>
    </div>
  )
}

function Card({
  title,
  children,
}: {
  readonly title: string
  readonly children: ComponentChildren
}) {
  return (
    <section class="card" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

interface NumberSettingProperties {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly set: (value: number) => unknown
}

/** Takes effect when one leaves the field, or with Enter. */
function NumberSetting({ label, value, least, set }: NumberSettingProperties) {
  const typed = useSignal<string | undefined>(undefined)
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="number"
        min={least}
        value={typed.value ?? value}
        onInput={(event) => {
          typed.value = event.currentTarget.value
        }}
        onChange={(event) => {
          typed.value = undefined
          const given = Number(event.currentTarget.value)
          if (given !== value) void set(given)
        }}
      />
    </label>
  )
}
