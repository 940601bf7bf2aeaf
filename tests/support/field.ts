import { connectAsync, type MqttClient } from 'mqtt';
import type { Position } from '../../src/shared/geo/position.ts';
import type { Streetlight } from '../../src/shared/lamp/streetlight.ts';
import { topics } from '../../src/shared/wire/topic.ts';

export interface LampSaying {
  /** 0–1; 0 is off */
  readonly level: number;
  /** W */
  readonly power?: number;
  readonly status?: 'ok' | 'defectiveLamp' | 'columnIssue' | 'brokenLantern';
  /** ms since the epoch; now where absent */
  readonly at?: number;
}

/** What a call that is handed over says. */
export interface CallSaying {
  readonly title: string;
  readonly priority?: 1 | 2 | 3 | 4;
  readonly kind?: string;
  readonly service?: string;
  readonly place?: string;
  readonly position?: Position;
  readonly number?: string;
}

/** All of the field in one client that is none of ours: plain mqtt.js with the rights of the city. */
export class Field {
  readonly #client: MqttClient;
  #calls = 0;

  private constructor(client: MqttClient) {
    this.#client = client;
  }

  static async connect(url: string, password: string | undefined): Promise<Field> {
    const login = { username: 'city', ...(password === undefined ? {} : { password }) };
    return new Field(await connectAsync(url, { protocolVersion: 5, reconnectPeriod: 50, ...login }));
  }

  async lamp(id: string, { level, power, status = 'ok', at = Date.now() }: LampSaying): Promise<void> {
    const state = {
      id,
      type: 'Streetlight',
      powerState: level === 0 ? 'off' : 'on',
      illuminanceLevel: level,
      status,
      ...(power === undefined ? {} : { powerConsumption: power }),
      observationDateTime: new Date(at).toISOString(),
    };
    await this.publish(topics.lampState(id), JSON.stringify(state), true);
  }

  /** Many lamps at once, in the words of the standard. */
  async say(lamps: readonly Streetlight[]): Promise<void> {
    await Promise.all(
      lamps.map((lamp) => this.publish(topics.lampState(lamp.id), JSON.stringify(lamp), true)),
    );
  }

  async lamps(ids: readonly string[], saying: LampSaying): Promise<void> {
    await Promise.all(ids.map((id) => this.lamp(id, saying)));
  }

  /** @returns the call's id */
  async call({ title, place = '41, rue de la Liberté', ...more }: CallSaying): Promise<string> {
    const callId = `C-${Date.now()}-${++this.#calls}`;
    const { position = [5.0395, 47.322], number = '06 39 98 12 41' } = more;
    const call = {
      v: 1,
      callId,
      status: 'answered',
      number,
      at: new Date().toISOString(),
      transfer: {
        title,
        kind: more.kind ?? 'personDown',
        service: more.service ?? 'police',
        priority: more.priority ?? 2,
        place: { label: place, position, street: 'rue de la Liberté', commune: 'Dijon' },
        caller: { name: 'Mme Lenoir', number },
        description: 'Homme, 60 ans environ, ne répond pas.',
      },
    };
    await this.publish(topics.call(callId), JSON.stringify(call));
    return callId;
  }

  async cameraUp(id: string, up = true): Promise<void> {
    const since = new Date().toISOString();
    await this.publish(topics.cameraHealth(id), JSON.stringify({ v: 1, up, since, bitRate: 600 }), true);
  }

  async publish(topic: string, payload: string | Buffer, retain = false): Promise<void> {
    await this.#client.publishAsync(topic, payload, { qos: 1, retain });
  }

  close(): Promise<void> {
    return this.#client.endAsync(true);
  }
}
